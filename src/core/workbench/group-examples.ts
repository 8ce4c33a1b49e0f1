import type { JudgePlan } from '#filter'
import { untilAborted } from './bodies/until-aborted.ts'
import type { Desk } from './desk.ts'
import type { JobHandle } from './jobs.ts'
import { GROUP_COLUMNS } from './rule-book.ts'

/** Somebody who changes a recipe gives up one preview for the next: the groups they all wait for are made this much longer. */
const LINGER_MS = 10_000

/**
 * Brings the groups that a plan chooses from up to date; see `AnalysisStore.groupDuplicates` for what is quick about it. Callers share the work, which the
 * status bar shows while it takes long, and which stops a while after nobody waits for it any more.
 *
 * @throws the signal's reason, at once
 */
export async function groupExamples(desk: Desk, plan: JudgePlan, options: { signal: AbortSignal; isQuick: boolean }): Promise<void> {
  if (readsGroups(plan)) await bringGroups(desk, options)
}

/** The same for whoever reads them himself. */
export async function bringGroups(desk: Desk, { signal, isQuick }: { signal: AbortSignal; isQuick: boolean }): Promise<void> {
  const { session } = desk
  const work = (stop: AbortSignal) => groupAll(desk, AbortSignal.any([stop, session.closing.signal]), isQuick)
  await untilAborted(session.grouping.join(isQuick ? 'few' : 'all', work, lingering(signal)), signal)
}

async function groupAll(desk: Desk, signal: AbortSignal, isQuick: boolean): Promise<void> {
  let job: JobHandle | undefined
  const progress = (done: number, total: number): void => {
    job ??= desk.jobs.start('grouping', 'examples')
    job.progress(done, total)
  }
  try {
    await desk.session.workspace.analysis.groupDuplicates({ signal, isQuick, progress })
  } finally {
    job?.end()
  }
}

function readsGroups({ steps }: JudgePlan): boolean {
  const isGroup = (column: string): boolean => GROUP_COLUMNS.some(({ id }) => id === column)
  return steps.some((step) => (step.kind === 'choose' && isGroup(step.per)) || (step.kind === 'share' && isGroup(step.of)))
}

/** Aborts some time after another signal. */
function lingering(signal: AbortSignal): AbortSignal {
  const late = new AbortController()
  const abort = (): void => void setTimeout(() => late.abort(signal.reason), LINGER_MS).unref()
  signal.addEventListener('abort', abort, { once: true })
  return late.signal
}
