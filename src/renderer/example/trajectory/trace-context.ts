import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { detailQuery } from '../queries.ts'
import { wordsOf } from '../steps/logic/cover-text.ts'
import type { Selected } from '../steps/logic/pick-place.ts'
import { editsInForce, trainingShare } from '../steps/logic/training-share.ts'
import type { Detail, Finding } from '../types.ts'

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
  /** What people changed of how it is trained on, as far as that is about these bytes. */
  edits: Detail['edits']
  /** What stays behind the cut. */
  cut: { messages: number; tokens: number }
  /** Words that stand in the place of redacted text. */
  words: readonly string[]
  /** Messages whose redacted text the person asked to see; forgotten with the run. */
  revealed: ReadonlySet<number>
  reveal: (message: number, isShown: boolean) => void
  /** What the person is about to redact. */
  redacting: Selected | Place | null
  redact: (what: Selected | Place | null) => void
}

/** The place of a finding. */
type Place = NonNullable<Finding['at']>

/** Holds the open run's {@link Trace}. */
export const TraceContext = createContext<Trace | null>(null)

/** The run around this card. */
export function useTrace(): Trace {
  const trace = useContext(TraceContext)
  if (!trace) throw new Error('useTrace is used outside a trajectory')
  return trace
}

const NO_EDITS: Detail['edits'] = { masked: [], cutAfter: null, redactions: [], contentHash: null }
const NO_CUT = { messages: 0, tokens: 0 }
const stateOf = (detail: Detail) => ({ edits: editsInForce(detail), cut: trainingShare(detail).cut })

/** Makes the state of one run; `showsReasoning` outlives it. */
export function useTraceState(id: string, reasoning: { shows: boolean; toggle: () => void }): Trace {
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map())
  const [revealed, setRevealed] = useState<ReadonlySet<number>>(new Set())
  const [redacting, redact] = useState<Trace['redacting']>(null)
  const api = useApi()
  const { edits = NO_EDITS, cut = NO_CUT } = useQuery({ ...detailQuery(api, id), select: stateOf }).data ?? {}
  const words = useMemo(() => wordsOf(edits.redactions), [edits])
  const { shows, toggle } = reasoning
  return useMemo(
    () => ({
      id,
      showsReasoning: shows,
      opened,
      open: (key, from = 0) => setOpened((now) => new Map(now).set(key, from)),
      close: (key) => setOpened((now) => new Map([...now].filter(([one]) => one !== key))),
      toggleReasoning: toggle,
      edits,
      cut,
      words,
      revealed,
      reveal: (message, isShown) => setRevealed((now) => new Set(isShown ? [...now, message] : [...now].filter((one) => one !== message))),
      redacting,
      redact,
    }),
    [id, shows, opened, toggle, edits, cut, words, revealed, redacting],
  )
}
