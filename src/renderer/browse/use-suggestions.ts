import { type KeyboardEvent, useId, useState } from 'react'
import { useMeasures } from '../state/use-measures.ts'
import { INDEX_COLUMNS, type Suggestions, suggestColumns } from './suggest-columns.ts'

const NONE: Suggestions = { from: 0, to: 0, found: [] }

/** Names of columns while they are typed: arrows choose, Tab or Enter takes, Escape puts them away. */
export function useSuggestions(onTaken: (text: string, caret: number) => void) {
  const { all } = useMeasures()
  const id = useId()
  const [now, setNow] = useState(NONE)
  const [active, setActive] = useState(-1)
  const close = () => setNow(NONE)
  const look = (text: string, caret: number) => {
    setNow(suggestColumns(text, caret, [...new Set([...all.map((measure) => measure.id), ...INDEX_COLUMNS])]))
    setActive(-1)
  }
  const take = (column: string, text: string) => {
    close()
    onTaken(text.slice(0, now.from) + column + text.slice(now.to), now.from + column.length)
  }
  const press = (event: KeyboardEvent, text: string) => {
    const { length } = now.found
    if (length === 0) return
    const column = now.found[event.key === 'Tab' ? Math.max(0, active) : active]
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) setActive((active + by + length) % length)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && column) take(column, text)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isOpen = now.found.length > 0
  const field = {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-controls': id,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': active >= 0 ? `${id}-${active}` : undefined,
    onBlur: close,
  }
  return { look, take, press, field, list: { id, found: now.found, active } }
}
