import type { InferContractRouterInputs } from '@orpc/contract'
import { create } from 'zustand'
import type { Contract } from '#contract'
import type { Answers, Api } from '../api/api.ts'
import { navigate, routeFromHash } from '../app/route.ts'
import { formatCounted } from '../widgets/format-number.ts'
import { announce, type Toast, toast } from '../widgets/toast-store.ts'
import { faultOf, isCancelled } from './fault-of.ts'
import { forgetAdding, rememberAdding, rememberedAdding } from './remembered-adding.ts'
import { beginWork, whenDropped } from './running-work.ts'

type EventOf<Stream> = Stream extends AsyncIterable<infer Event> ? Event : never
type Inputs = InferContractRouterInputs<Contract>

/** What to add and how. */
export type AddInput = Inputs['source']['add']

/** An event of `source.add`. */
export type AddEvent = EventOf<Answers['source']['add']>

/** What to export and where to. */
export type ExportInput = Inputs['export']['run']

/** An event of `export.run`. */
export type ExportEvent = EventOf<Answers['export']['run']>

/** Which examples to measure, and at most how many. */
export type MeasureInput = Inputs['measure']['run']

/** An event of `measure.run`. */
export type MeasureEvent = EventOf<Answers['measure']['run']>

/** A stream this page started and can therefore cancel. It lives on when the person goes to another screen. */
export interface Work<Event, Input = unknown> {
  /** What it was started with. */
  input: Input
  state: 'running' | 'done' | 'cancelled' | 'failed'
  /** The first event, which says what there is to do; null before it. */
  first: Event | null
  /** The newest event; null before the first. */
  latest: Event | null
  error: unknown
  /** When it was started, in ms of this page's own clock (`performance.now`). */
  startedAt: number
  cancel: () => void
}

/** A source being added. */
export type Adding = Work<AddEvent, AddInput>
/** A dataset being written. */
export type Exporting = Work<ExportEvent, Inputs['export']['run']>
/** A selection being measured. */
export type Measuring = Work<MeasureEvent, MeasureInput>

interface WorkState {
  adding: Adding | null
  exporting: Exporting | null
  measuring: Measuring | null
}

/** The streams of this page. */
export const useWork = create<WorkState>(() => ({ adding: null, exporting: null, measuring: null }))

whenDropped(() => useWork.setState({ adding: null, exporting: null, measuring: null }))

const isRunning = (kind: keyof WorkState) => useWork.getState()[kind]?.state === 'running'

/** Adds a source and follows it to its end. One at a time: a second waits for the person to see the first through. */
export function startAdding(api: Api, input: AddInput): void {
  if (isRunning('adding')) return
  rememberAdding(input)
  void run('adding', input, (signal) => api.source.add(input, { signal }), sayAdded).then(() => forgetAdding(input))
}

/** Goes on with what was being added when the page was loaded anew. */
export function resumeAdding(api: Api): void {
  const input = rememberedAdding()
  if (input) startAdding(api, input)
}

/** Exports and follows it to its end. */
export function startExporting(api: Api, input: ExportInput): void {
  if (isRunning('exporting')) return
  void run('exporting', input, (signal) => api.export.run(input, { signal }), sayExported)
}

/** Fetches and measures what of a selection is only indexed, and follows it to its end. */
export function startMeasuring(api: Api, input: MeasureInput): void {
  if (isRunning('measuring')) return
  void run('measuring', input, (signal) => api.measure.run(input, { signal }), sayMeasured)
}

/** Forgets how the last one ended. */
export function dismissWork(kind: keyof WorkState): void {
  if (!isRunning(kind)) useWork.setState({ [kind]: null })
}

async function run<Event>(
  kind: keyof WorkState,
  input: unknown,
  start: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  say: (event: Event) => void,
): Promise<void> {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  // Work that was dropped, with its workspace, has nobody left to tell.
  const put = (part: Partial<Work<Event>>) =>
    useWork.setState((now) => (now[kind]?.cancel === cancel ? ({ [kind]: { ...now[kind], ...part } } as Partial<WorkState>) : now))
  const end = beginWork(cancel)
  const startedAt = performance.now()
  useWork.setState({ [kind]: { input, state: 'running', first: null, latest: null, error: null, startedAt, cancel } } as Partial<WorkState>)
  try {
    let first: Event | null = null
    let latest: Event | null = null
    for await (const event of await start(stop.signal)) {
      first ??= event
      latest = event
      put({ first, latest })
    }
    put({ state: stop.signal.aborted ? 'cancelled' : 'done' })
    if (latest !== null && !stop.signal.aborted) say(latest)
  } catch (error) {
    const wasCancelled = stop.signal.aborted || isCancelled(error)
    put({ state: wasCancelled ? 'cancelled' : 'failed', error: wasCancelled ? null : error })
    if (wasCancelled) announce('Cancelled')
    else tell(kind, { text: faultOf(error).message, tone: 'drop' })
  } finally {
    end()
  }
}

/** The screens that show how such work goes and ends. */
const SHOWN_AT: Record<keyof WorkState, readonly string[]> = { adding: ['open'], exporting: ['export'], measuring: ['browse', 'metrics'] }

/** Shows how work ended; where the screen shows that already, only says it. */
function tell(kind: keyof WorkState, message: Omit<Toast, 'id'>): void {
  if (SHOWN_AT[kind].includes(routeFromHash(window.location.hash).screen)) announce(message.text)
  else toast(message)
}

function sayAdded(event: AddEvent): void {
  if (event.kind === 'moved') {
    const action = { label: 'Choose', run: () => navigate({ screen: 'open' }) }
    tell('adding', { text: `${event.source} has moved on since it was pinned: stay or move.`, tone: 'plain', action })
  }
  if (event.kind !== 'done') return
  const { examples, rejectedCount } = event.result
  tell('adding', {
    text: `Added ${formatCounted(examples, 'example')}, ${formatCounted(rejectedCount, 'row')} rejected`,
    tone: rejectedCount > 0 ? 'plain' : 'keep',
  })
}

function sayExported(event: ExportEvent): void {
  if (event.kind === 'done')
    tell('exporting', { text: `Exported ${formatCounted(event.result.examples, 'example')} to ${event.result.out}`, tone: 'keep' })
}

function sayMeasured(event: MeasureEvent): void {
  if (event.kind !== 'done') return
  const failed = event.failedCount > 0 ? `, ${formatCounted(event.failedCount, 'row')} failed` : ''
  tell('measuring', {
    text: `Measured ${formatCounted(event.measured, 'example')}${failed}`,
    tone: event.failedCount > 0 ? 'plain' : 'keep',
  })
}
