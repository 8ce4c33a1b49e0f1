import { createContext, useContext, useMemo, useState } from 'react'

/** What of a run is open, kept outside the cards because they come and go while scrolling. */
export interface Trace {
  /** Example id. */
  id: string
  showsReasoning: boolean
  /** Opened texts by place key, with the offset they are read from. */
  opened: ReadonlyMap<string, number>
  open: (key: string, from?: number) => void
  close: (key: string) => void
  toggleReasoning: () => void
}

/** Holds the open run's {@link Trace}. */
export const TraceContext = createContext<Trace | null>(null)

/** The run around this card. */
export function useTrace(): Trace {
  const trace = useContext(TraceContext)
  if (!trace) throw new Error('useTrace is used outside a trajectory')
  return trace
}

/** Makes the state of one run; `showsReasoning` outlives it. */
export function useTraceState(id: string, reasoning: { shows: boolean; toggle: () => void }): Trace {
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map())
  const { shows, toggle } = reasoning
  return useMemo(
    () => ({
      id,
      showsReasoning: shows,
      opened,
      open: (key, from = 0) => setOpened((now) => new Map(now).set(key, from)),
      close: (key) => setOpened((now) => new Map([...now].filter(([one]) => one !== key))),
      toggleReasoning: toggle,
    }),
    [id, shows, opened, toggle],
  )
}
