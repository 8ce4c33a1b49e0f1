import type { InferContractRouterInputs } from '@orpc/contract'
import { create } from 'zustand'
import type { Contract } from '#contract'
import type { Answers, Api } from '../../api/api.ts'
import { isCancelled } from '../../state/fault-of.ts'
import { beginWork, whenDropped } from '../../state/running-work.ts'
import { announce } from '../../widgets/index.ts'

type EventOf<Stream> = Stream extends AsyncIterable<infer Event> ? Event : never
type PlanEvent = EventOf<Answers['push']['plan']>
type PushEvent = EventOf<Answers['push']['run']>

/** What a push would do. */
export type PushPlan = Extract<PlanEvent, { kind: 'done' }>['result']
/** What came of one. */
export type Pushed = Extract<PushEvent, { kind: 'done' }>['result']
/** How far a look or a push is; a look has no phase but this one. */
export type PushStep = Omit<Extract<PushEvent, { kind: 'progress' }>, 'kind'>
/** What is pushed, and how. */
type PushInput = InferContractRouterInputs<Contract>['push']['run']

/** What this page does with an export's folder and the Hub. It goes on when the person goes to another screen. */
export type Push =
  | { kind: 'looking' | 'pushing'; dir: string; to: string; step: PushStep | null; cancel: () => void }
  | { kind: 'planned'; dir: string; to: string; plan: PushPlan }
  | { kind: 'pushed'; dir: string; to: string; result: Pushed }
  | { kind: 'stopped'; dir: string; to: string; wasPushing: boolean }
  | { kind: 'failed'; dir: string; to: string; error: unknown }

/** See {@link Push}; null before anything. */
export const usePush = create<{ push: Push | null }>(() => ({ push: null }))

whenDropped(() => usePush.setState({ push: null }))

/** True while it runs: one at a time. */
export function isBusy(push: Push | null): push is Extract<Push, { kind: 'looking' | 'pushing' }> {
  return push?.kind === 'looking' || push?.kind === 'pushing'
}

/** Looks at what would leave. */
export function startLooking(api: Api, input: { dir: string; to: string }): void {
  const asStep = ({ done, total, file }: Extract<PlanEvent, { kind: 'progress' }>): PushStep => ({ phase: 'scanning', done, total, file })
  void run(
    'looking',
    input,
    (signal) => api.push.plan(input, { signal }),
    asStep,
    (plan) => {
      announce(`${plan.files.length} files looked through`)
      return { kind: 'planned', ...input, plan }
    },
  )
}

/** Sends it. */
export function startPushing(api: Api, input: PushInput): void {
  const { dir, to } = input
  void run(
    'pushing',
    { dir, to },
    (signal) => api.push.run(input, { signal }),
    (event) => event,
    (result) => {
      announce(`Pushed to ${result.url}`)
      return { kind: 'pushed', dir, to, result }
    },
  )
}

/** Forgets what came of the last one. */
export function forgetPush(): void {
  if (!isBusy(usePush.getState().push)) usePush.setState({ push: null })
}

type Progress<Event> = Extract<Event, { kind: 'progress' }>
type Done<Event> = Extract<Event, { kind: 'done' }>

async function run<Event extends PlanEvent | PushEvent>(
  kind: 'looking' | 'pushing',
  { dir, to }: { dir: string; to: string },
  start: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  asStep: (event: Progress<Event>) => PushStep,
  asEnd: (result: Done<Event>['result']) => Push,
): Promise<void> {
  if (isBusy(usePush.getState().push)) return
  const stop = new AbortController()
  const going = { kind, dir, to, cancel: () => stop.abort() }
  // What was dropped, with its workspace, has nobody left to tell.
  const put = (push: Push) => usePush.setState((now) => (isBusy(now.push) && now.push.cancel === going.cancel ? { push } : now))
  const end = beginWork(going.cancel)
  usePush.setState({ push: { ...going, step: null } })
  try {
    for await (const event of await start(stop.signal)) {
      if (event.kind === 'progress') put({ ...going, step: asStep(event as Progress<Event>) })
      else put(asEnd((event as Done<Event>).result))
    }
    put({ kind: 'stopped', dir, to, wasPushing: kind === 'pushing' })
  } catch (error) {
    const wasCancelled = stop.signal.aborted || isCancelled(error)
    put(wasCancelled ? { kind: 'stopped', dir, to, wasPushing: kind === 'pushing' } : { kind: 'failed', dir, to, error })
    if (wasCancelled) announce('Cancelled')
  } finally {
    end()
  }
}
