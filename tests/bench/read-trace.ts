/** What Chromium is asked to trace. */
export const TRACED = ['-*', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'blink.user_timing']

/** How a stretch of a trace went, in milliseconds. */
export interface Smoothness {
  /** Between two drawn frames. */
  longestGap: number
  /** What the costliest task of the page's main thread took of a processor: without the turns of others, though a busy machine makes it more. */
  costliestTask: number
  frames: number
}

/** An event of a trace; times in microseconds. */
interface TraceEvent {
  name: string
  cat: string
  pid: number
  tid: number
  ts: number
  /** Of the processor. */
  tdur?: number
  args?: { name?: string }
}

/** Reads what lies between the marks `scroll-begins` and `scroll-ends` on the thread that set them. Throws when they are not there. */
export function readTrace(text: string): Smoothness {
  const { traceEvents: events } = JSON.parse(text) as { traceEvents: TraceEvent[] }
  const markAt = (name: string) => events.find((event) => event.name === name && event.cat.includes('blink.user_timing'))
  const [begin, end] = [markAt('scroll-begins'), markAt('scroll-ends')]
  if (!begin || !end) throw new Error('the trace has no marks')
  const isInside = ({ ts }: TraceEvent) => ts >= begin.ts && ts <= end.ts
  const ofPage = events.filter((event) => event.pid === begin.pid && isInside(event))
  const tasks = ofPage.filter(({ name, tid }) => tid === begin.tid && /RunTask$/.test(name))
  const drawn = ofPage
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b)
  const times = [begin.ts, ...drawn, end.ts]
  const gaps = times.slice(1).map((ts, place) => ts - (times[place] ?? ts))
  const longest = (numbers: readonly number[]) => Math.max(0, ...numbers) / 1000
  return {
    longestGap: longest(gaps),
    costliestTask: longest(tasks.map(({ tdur = 0 }) => tdur)),
    frames: drawn.length,
  }
}
