import { makeTemplate, type RowMaker, targetOf } from '#export'
import type { MakerSource } from './task.ts'

let last: { key: string; maker: RowMaker } | null = null

/** What rows are made by; the last one is kept, since all rows of an export are made by the same. */
export function makerOf(source: MakerSource): RowMaker {
  const key = JSON.stringify(source)
  if (last?.key !== key) last = { key, maker: newMaker(source) }
  return last.maker
}

function newMaker({ plan, template }: MakerSource): RowMaker {
  const { target, policies, options } = plan
  const format = targetOf(target)
  return {
    format,
    files: format.files.filter(({ isIn }) => isIn?.(options) ?? true),
    context: { policies, options, template: template && makeTemplate(template), encoder: null },
  }
}
