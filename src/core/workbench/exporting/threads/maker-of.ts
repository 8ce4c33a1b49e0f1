import { makeTemplate, type RowMaker, targetOf } from '#export'
import { encoderOf } from '#measure'
import type { MakerSource } from './task.ts'

let last: { key: string; maker: RowMaker } | null = null

/** What rows are made by; the last one is kept, since nearly all rows of an export are made by the same. A run that people cut is counted anew. */
export function makerOf(source: MakerSource, isCut: boolean): RowMaker {
  const needsTokens = source.template !== null || source.plan.options.contextLength !== null || isCut
  const key = JSON.stringify([source, needsTokens])
  if (last?.key !== key) last = { key, maker: newMaker(source, needsTokens) }
  return last.maker
}

/** A tokenizer takes a second and fifty megabytes: it is read where a row's tokens are counted or written. */
function newMaker({ plan, template, tokenizer }: MakerSource, needsTokens: boolean): RowMaker {
  const { target, policies, options } = plan
  const format = targetOf(target)
  return {
    format,
    files: format.files.filter(({ isIn }) => isIn?.(options) ?? true),
    context: { policies, options, template: template && makeTemplate(template), encoder: needsTokens ? encoderOf(tokenizer) : null },
  }
}
