import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useKeys } from '../../keys/use-keys.ts'
import { faultOf } from '../../state/fault-of.ts'
import { formatCount, IconButton } from '../../widgets/index.ts'
import type { Find } from './use-find.ts'
import './find-bar.css'

/** Find-in-trace, over the top of the trajectory so that nothing moves. Enter and n go on, Shift+Enter and N go back. */
export function FindBar({ find }: { find: Find }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  useKeys([
    { key: 'n', name: 'Next hit', group: 'Find', repeats: true, run: () => find.go(1) },
    { key: 'Shift+N', name: 'Previous hit', group: 'Find', repeats: true, run: () => find.go(-1) },
    { key: '/', name: 'Find in the run', group: 'Find', run: () => input.current?.select() },
    { key: 'Escape', name: 'Close find', group: 'Find', run: find.close },
  ])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      find.go(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      find.close()
    }
  }
  return (
    <search className="find-bar">
      <Search size={13} aria-hidden />
      <input
        ref={input}
        className="find-input"
        aria-label="Find in the run"
        placeholder="Find in the whole run"
        value={find.query}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => find.setQuery(event.target.value)}
        onKeyDown={press}
      />
      <span className={find.error ? 'find-count reason-error' : 'find-count'} role="status">
        {countOf(find)}
      </span>
      <IconButton label="Previous hit" keys="Shift+N" icon={<ChevronUp size={14} aria-hidden />} onClick={() => find.go(-1)} />
      <IconButton label="Next hit" keys="n" icon={<ChevronDown size={14} aria-hidden />} onClick={() => find.go(1)} />
      <IconButton label="Close find" keys="Escape" icon={<X size={14} aria-hidden />} onClick={find.close} />
    </search>
  )
}

function countOf(find: Find): string {
  if (find.error) return faultOf(find.error).message
  if (find.query === '') return ''
  if (find.isSearching) return '…'
  if (find.total === 0) return 'no hits'
  const beyond = find.total > find.hits.length ? ` (first ${formatCount(find.hits.length)} listed)` : ''
  return `${formatCount(find.index + 1)} of ${formatCount(find.total)}${beyond}`
}
