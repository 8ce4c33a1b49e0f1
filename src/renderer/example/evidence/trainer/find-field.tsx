import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useDebounced } from '../../../state/use-debounced.ts'
import { formatCount } from '../../../widgets/index.ts'
import { findInText, MOST_HITS } from './logic/find-in-text.ts'
import type { Window } from './logic/text-window.ts'

const SETTLED_AFTER = 200

/** Finds words in the rendered text: Enter goes to the next, Shift+Enter to the one before. */
export function FindField({ text, onHit }: { text: string; onHit: (hit: Window | null) => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const words = useDebounced(typed, SETTLED_AFTER)
  const hits = useMemo(() => findInText(text, words), [text, words])
  const go = (to: number) => {
    const place = (to + hits.length) % hits.length
    setAt(place)
    onHit(hits[place] ?? null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits alone are gone to, not another way to tell them
  useEffect(() => {
    setAt(0)
    onHit(hits[0] ?? null)
  }, [hits])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && hits.length > 0) go(at + (event.shiftKey ? -1 : 1))
  }
  return (
    <span className="trainer-find">
      <input
        type="search"
        aria-label="Find in the text"
        placeholder="Find"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <span className="faint" role="status">
        {words !== '' && countWords(hits.length, at)}
      </span>
    </span>
  )
}

function countWords(hits: number, at: number): string {
  if (hits === 0) return 'no hits'
  return `${formatCount(at + 1)} of ${formatCount(hits)}${hits === MOST_HITS ? ' or more' : ''}`
}
