import { create } from 'zustand'

/** The streams this page runs, by how each is stopped; the newest last. */
export const useRunning = create<{ running: readonly (() => void)[] }>(() => ({ running: [] }))

const forgetters = new Set<() => void>()

/** Tells of a stream that runs from now on. Returns what says that it ended. */
export function beginWork(cancel: () => void): () => void {
  useRunning.setState(({ running }) => ({ running: [...running, cancel] }))
  return () => useRunning.setState(({ running }) => ({ running: running.filter((one) => one !== cancel) }))
}

/** Stops the running stream that was started last; false when there is none. One that is being stopped is not asked a second time. */
export function cancelWork(): boolean {
  const { running } = useRunning.getState()
  const newest = running.at(-1)
  if (!newest) return false
  useRunning.setState({ running: running.slice(0, -1) })
  newest()
  return true
}

/** Stops everything and has it forgotten: another workspace was opened, in which none of it goes on. */
export function dropWork(): void {
  while (cancelWork());
  for (const forget of forgetters) forget()
}

/** What a store does to forget what came of its streams, when the workspace they were of is gone. */
export function whenDropped(forget: () => void): void {
  forgetters.add(forget)
}
