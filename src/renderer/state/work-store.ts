import { create } from 'zustand'
import type { Answers, Api } from '../api/api.ts'
import { routeFromHash } from '../app/route.ts'
import { formatCounted } from '../widgets/format-number.ts'
import { announce, type Toast, toast } from '../widgets/toast-store.ts'
import { faultOf, isCancelled } from './fault-of.ts'

type EventOf<Stream> = Stream extends AsyncIterable<infer Event> ? Event : never

/** An event of `source.add`. */
export type AddEvent = EventOf<Answers['source']['add']>

/** An event of `export.run`. */
export type ExportEvent = EventOf<Answers['export']['run']>

/** A stream this page started and can therefore cancel. It lives on when the person goes to another screen. */
export interface Work<Event> {
  /** What is worked on: a source, a folder. */
  subject: string
  state: 'running' | 'done' | 'cancelled' | 'failed'
  /** The newest event; null before the first. */
  latest: Event | null
  error: unknown
  cancel: () => void
}

interface WorkState {
  adding: Work<AddEvent> | null
  exporting: Work<ExportEvent> | null
}

/** The streams of this page. */
export const useWork = create<WorkState>(() => ({ adding: null, exporting: null }))

/** Adds a source and follows it to its end. One at a time: a second waits for the person to see the first through. */
export function startAdding(api: Api, source: string): void {
  if (useWork.getState().adding?.state === 'running') return
  void run('adding', source, (signal) => api.source.add({ source }, { signal }), sayAdded)
}

/** Exports and follows it to its end. */
export function startExporting(api: Api, target: string, out: string): void {
  if (useWork.getState().exporting?.state === 'running') return
  void run('exporting', out, (signal) => api.export.run({ target, out }, { signal }), sayExported)
}

/** Stops the newest running stream of this page; false when there is none. */
export function cancelWork(): boolean {
  const { adding, exporting } = useWork.getState()
  const running = [exporting, adding].find((work) => work?.state === 'running')
  running?.cancel()
  return running !== undefined
}

/** Forgets how the last one ended. */
export function dismissWork(kind: keyof WorkState): void {
  if (useWork.getState()[kind]?.state !== 'running') useWork.setState({ [kind]: null })
}

async function run<Event>(
  kind: keyof WorkState,
  subject: string,
  start: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  say: (event: Event) => void,
): Promise<void> {
  const stop = new AbortController()
  const put = (part: Partial<Work<Event>>) => useWork.setState((now) => ({ [kind]: { ...now[kind], ...part } }) as Partial<WorkState>)
  put({ subject, state: 'running', latest: null, error: null, cancel: () => stop.abort() })
  try {
    let last: Event | null = null
    for await (const event of await start(stop.signal)) {
      last = event
      put({ latest: event })
    }
    put({ state: stop.signal.aborted ? 'cancelled' : 'done' })
    if (last !== null && !stop.signal.aborted) say(last)
  } catch (error) {
    const wasCancelled = stop.signal.aborted || isCancelled(error)
    put({ state: wasCancelled ? 'cancelled' : 'failed', error: wasCancelled ? null : error })
    if (wasCancelled) announce('Cancelled')
    else tell(kind, { text: faultOf(error).message, tone: 'drop' })
  }
}

/** The screen that shows how such work goes and ends. */
const SHOWN_AT: Record<keyof WorkState, string> = { adding: 'open', exporting: 'export' }

/** Shows how work ended; where the screen shows that already, only says it. */
function tell(kind: keyof WorkState, message: Pick<Toast, 'text' | 'tone'>): void {
  if (routeFromHash(window.location.hash).screen === SHOWN_AT[kind]) announce(message.text)
  else toast(message)
}

function sayAdded(event: AddEvent): void {
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
