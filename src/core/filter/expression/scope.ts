import type { ExpressionColumn, ExpressionParameter } from '../types.ts'
import type { TokenReader } from './token-reader.ts'

/** Parameters by name, without `$`. */
export type ExpressionParameters = Readonly<Record<string, ExpressionParameter>>

/** What an expression is read with. */
export interface Scope {
  reader: TokenReader
  columns: readonly ExpressionColumn[]
  /** Null where there are none: in what people type. */
  parameters: ExpressionParameters | null
  /** Calculations so far: a long chain of them is a deep nest for an SQL engine. */
  calculations: number
}
