import { create } from 'zustand'
import type { Answers, Api } from '../api/api.ts'
import { isCancelled } from '../state/fault-of.ts'

type MeasureEvent = Answers['measure']['useTokenizer'] extends AsyncIterable<infer Event> ? Event : never

/** Counting again by another tokenizer, as long as it goes on; `total` null while it waits for its turn. It goes on when the dialog is closed. */
export interface Counting {
  done: number
  total: number | null
  cancel: () => void
}

/** The counting this page began; null when there is none. */
export const useCounting = create<{ counting: Counting | null }>(() => ({ counting: null }))

/**
 * Chooses a tokenizer and counts by it; one at a time. Stopped, the choice stays.
 * @throws the host's Fault for what is no tokenizer
 */
export async function countBy(api: Api, tokenizer: string): Promise<void> {
  if (useCounting.getState().counting) return
  const stop = new AbortController()
  const tell = (done: number, total: number | null) => useCounting.setState({ counting: { done, total, cancel: () => stop.abort() } })
  tell(0, null)
  const { useTokenizer: call } = api.measure
  try {
    for await (const event of await call({ tokenizer }, { signal: stop.signal })) tellEvent(event, tell)
  } catch (error) {
    if (!stop.signal.aborted && !isCancelled(error)) throw error
  } finally {
    useCounting.setState({ counting: null })
  }
}

function tellEvent(event: MeasureEvent, tell: (done: number, total: number) => void): void {
  if (event.kind === 'started') tell(0, event.total)
  else if (event.kind === 'progress') tell(event.done, event.total)
}
