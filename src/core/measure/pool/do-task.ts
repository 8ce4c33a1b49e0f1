import { findJob } from '../find-job.ts'
import { measureJob } from '../measure-job.ts'
import type { PoolAnswer, PoolTask } from '../types.ts'
import type { CheckCell } from './check-cell.ts'

/** A thread's work: one task, with the checks it is in told in the cell. Never throws. */
export function doTask({ kind, job, skipped }: PoolTask, cell: CheckCell): PoolAnswer {
  const guard = cell.guard(skipped)
  return kind === 'measure' ? measureJob(job, guard) : findJob(job, guard)
}
