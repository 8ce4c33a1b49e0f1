import { visibleText } from '../example/logic/split-text.ts'
import type { Attempt } from './types.ts'

/** Who made an attempt, in a word or two, with the end of its id to tell equals apart. */
export function attemptName({ harness, teacherModel, model, id }: Pick<Attempt, 'harness' | 'teacherModel' | 'model' | 'id'>): string {
  const by = [harness, lastPart(teacherModel ?? model)].filter(Boolean).join(' · ')
  return visibleText(`${by === '' ? 'run' : by} …${id.slice(-6)}`)
}

function lastPart(model: string | null): string | null {
  return model === null ? null : (model.split('/').at(-1) ?? model)
}
