import type { z } from 'zod'
import type { ExampleRow, Funnel, Json, MeasureType, Reason, Severity, Verdict } from '#record'
import type { JudgeStep } from './judge-plan.ts'

/** One parameter of a rule, with its default. */
export interface RuleParameter {
  name: string
  type: 'integer' | 'text' | 'text-list' | 'label-list'
  default: Json
  /** What it means and what it may be, in a person's words. */
  help: string
}

/** Parameters of one step by name, complete: defaults filled in. */
export type Parameters = Record<string, Json>

/** What a rule found, with the evidence. */
export interface Finding {
  rule: string
  version: number
  /** The sentence shown to people, with the numbers. */
  text: string
  /** Message the evidence is in; null when it is about the whole example. */
  messageIndex: number | null
}

/** A check over one example's row. Parameters have been validated before `evaluate` sees them. */
export interface Rule {
  id: string
  /** Raised whenever the same parameters may give another answer; part of a recipe's hash. */
  version: number
  title: string
  help: string
  parameters: readonly RuleParameter[]
  /** Checks a step's parameters, fills in defaults and puts lists in a fixed order. */
  schema: z.ZodType<Parameters>
  /** The measures it reads: rows carry no others while a recipe is applied. */
  measures(parameters: Parameters): readonly string[]
  /** The parameters in words, for the funnel and the recipe screen. */
  summarize(parameters: Parameters): string
  /** The condition for which it drops an example. */
  when(parameters: Parameters): Expression
  /** Empty when the example passes. */
  evaluate(row: ExampleRow, parameters: Parameters): Finding[]
}

/** One step of a recipe: a rule with its parameters. */
export interface RecipeStep {
  /** See `FunnelStep.key`; counted over all steps, so that switching one off renames no other. */
  key: string
  rule: string
  /** The rule's, unless the step names itself. */
  title: string
  /** The parameters in words. */
  summary: string
  severity: Severity
  parameters: Parameters
  /** Off steps stay in the file and do nothing. */
  enabled: boolean
  /** What the store asks. */
  judged: JudgeStep
  /** Why an example fails it, in one sentence with the numbers of its row. */
  tell(row: ExampleRow): string
}

/** An ordered list of rules and limits, as a file. */
export interface Recipe {
  name: string
  description: string
  steps: RecipeStep[]
  /** The file's text, comments included. */
  text: string
  /** sha256 over name-independent canonical steps and rule versions. */
  hash: string
}

/** What a recipe says of one example. */
export interface VerdictRecord {
  id: string
  verdict: Verdict
  reasons: Reason[]
}

/** A recipe applied. */
export interface Applied {
  verdicts: VerdictRecord[]
  funnel: Funnel
}

/** A column an expression may name. */
export interface ExpressionColumn {
  id: string
  type: MeasureType
}

/** How two values are compared. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

/** A number of a row: of a column, or reckoned from some. Nothing where a column has no value, and where it would be divided by 0. */
export type Amount =
  | { kind: 'number'; value: number }
  | { kind: 'column'; column: string }
  | { kind: 'calculation'; operator: '+' | '-' | '*' | '/'; left: Amount; right: Amount }

/**
 * A parsed condition; the store turns it into SQL with bound values. Two-valued: nothing is never less, greater or equal to a value, so `not` turns
 * every row around; a column `== null` tests for nothing. Constants come of parameters and are folded away inside others.
 */
export type Expression =
  | { kind: 'constant'; value: boolean }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'compare'; column: string; operator: Comparison; value: string | number | boolean | null }
  | { kind: 'compare-amounts'; operator: Comparison; left: Amount; right: Amount }
  | { kind: 'contains'; column: string; value: string }
  /** `anyCase`: values are in lower case and so is the column read. */
  | { kind: 'in'; column: string; values: readonly (string | number)[]; anyCase?: true }

/** What `$name` stands for in a rule's condition. Texts in lists are in lower case and match in any case. */
export type ExpressionParameter =
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'list'; values: readonly (string | number)[] }
  | { kind: 'column'; column: string }
  | { kind: 'condition'; expression: Expression }
