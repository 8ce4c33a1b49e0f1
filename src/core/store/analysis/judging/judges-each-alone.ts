import type { JudgeStep } from '#filter'

/** True where no step chooses among rows: the verdict of one hangs on no other. */
export function judgesEachAlone(steps: readonly Pick<JudgeStep, 'kind'>[]): boolean {
  return steps.every(({ kind }) => kind === 'drop')
}
