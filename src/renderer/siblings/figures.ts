import { formatValue } from '../widgets/index.ts'
import type { Attempt } from './types.ts'

/** One figure of an attempt, with how long its bar is beside the others'. */
export interface AttemptFigure {
  label: string
  value: string
  /** 0 to 1, of the largest among the attempts shown; null where nothing is known. */
  share: number | null
}

const FIGURES: readonly { label: string; measure: string }[] = [
  { label: 'tokens', measure: 'traj_tokens' },
  { label: 'steps', measure: 'steps' },
  { label: 'calls failed', measure: 'failed_calls' },
  { label: 'tests run', measure: 'test_runs' },
  { label: 'files changed', measure: 'diff_files' },
  { label: 'lines changed', measure: 'diff_churn' },
]

/** The figures of one attempt, in the same order for each. */
export function figuresOf(attempt: Attempt, shown: readonly Attempt[]): AttemptFigure[] {
  return FIGURES.map(({ label, measure }) => {
    const value = attempt.values[measure] ?? null
    const largest = Math.max(...shown.map(({ values }) => (typeof values[measure] === 'number' ? values[measure] : 0)))
    const share = typeof value === 'number' ? (largest > 0 ? value / largest : 0) : null
    return { label, value: attempt.isMeasured ? formatValue(value) : 'not measured', share }
  })
}
