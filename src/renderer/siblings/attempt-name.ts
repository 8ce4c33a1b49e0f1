import { visibleText } from '../example/logic/split-text.ts'
import type { Attempt } from './types.ts'

/** Who made an attempt, in a word or two. */
export function makerOf({ harness, teacherModel, model }: Pick<Attempt, 'harness' | 'teacherModel' | 'model'>): string {
  const by = [harness, lastPart(teacherModel ?? model)].filter(Boolean).join(' · ')
  return visibleText(by === '' ? 'run' : by)
}

/** The end of its id, which tells attempts of one maker apart. */
export function tailOf({ id }: Pick<Attempt, 'id'>): string {
  return visibleText(`…${id.slice(-6)}`)
}

/** Both. */
export function attemptName(attempt: Pick<Attempt, 'harness' | 'teacherModel' | 'model' | 'id'>): string {
  return `${makerOf(attempt)} ${tailOf(attempt)}`
}

function lastPart(model: string | null): string | null {
  return model === null ? null : (model.split('/').at(-1) ?? model)
}
