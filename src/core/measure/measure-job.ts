import { indexOf, parseRow } from '#parse'
import { type Json, type Rejection, toFault } from '#record'
import { measureExample } from './measure-example.ts'
import { MODEL_TOKENS } from './measure-info.ts'
import { counterOf } from './tokens/counter-of.ts'
import type { CheckGuard, MeasureJob, MeasurePlan, MeasureResult, PoolAnswer } from './types.ts'

/** Parses and measures one row. What goes wrong with a row is that row's rejection; a tokenizer that is gone is a fault. Never throws. */
export function measureJob(job: MeasureJob, guard?: CheckGuard): Exclude<PoolAnswer, { kind: 'found' }> {
  try {
    needTokenizer(job.plan)
  } catch (error) {
    return { kind: 'fault', fault: toFault(error) }
  }
  try {
    return measureBody(job, guard)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return rejected(job, 'malformed', `The row could not be measured: ${what}.`)
  }
}

/** A file may be gone, and that is not to be found out in the midst of a row. What is not counted by it can be measured without. */
function needTokenizer({ tokenizer, only }: MeasurePlan): void {
  if (tokenizer.kind === 'file' && (only?.includes(MODEL_TOKENS) ?? true)) counterOf(tokenizer)
}

function measureBody(job: MeasureJob, guard: CheckGuard | undefined): MeasureResult {
  const value = readBody(job.body)
  if (value === undefined) return rejected(job, 'malformed', 'The row is not JSON.')
  const parsed = parseRow({ ref: job.ref, hints: job.hints, value })
  if (parsed.kind === 'rejection') return { ticket: job.ticket, ...parsed }
  return { ticket: job.ticket, kind: 'measured', index: indexOf(parsed.example), values: measureExample(parsed.example, job.plan, guard) }
}

function readBody(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}

/** A job's rejection, for the thread and for its pool. */
export function rejected(job: MeasureJob, kind: Rejection['kind'], reason: string): MeasureResult {
  return { ticket: job.ticket, kind: 'rejection', rejection: { kind, ref: job.ref, reason } }
}
