import { CaseSensitive, ChevronDown, ChevronUp, List, Regex, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useKeys } from '../../keys/use-keys.ts'
import { faultOf } from '../../state/fault-of.ts'
import { formatCount, IconButton } from '../../widgets/index.ts'
import { visibleText } from '../logic/split-text.ts'
import { HitList } from './hit-list.tsx'
import type { Find } from './use-find.ts'
import './find-bar.css'

/** Find-in-trace, over the top of the trajectory so that nothing moves. Enter and n go on, Shift+Enter and N go back. */
export function FindBar({ find }: { find: Find }) {
  const { wanted, setWanted } = find
  const input = useRef<HTMLInputElement>(null)
  const [lists, setLists] = useState(false)
  const problem = useId()
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
      <div className="find-line">
        <Search size={13} aria-hidden />
        <input
          ref={input}
          className={wanted.isRegex ? 'find-input mono' : 'find-input'}
          aria-label="Find in the run"
          aria-invalid={find.error !== null}
          aria-describedby={find.error === null ? undefined : problem}
          placeholder={wanted.isRegex ? 'Pattern, in RE2’s syntax' : 'Find in the whole run'}
          value={wanted.query}
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setWanted({ ...wanted, query: event.target.value })}
          onKeyDown={press}
        />
        <span className="find-count" role="status">
          {countOf(find)}
        </span>
        <IconButton
          label="Match case"
          icon={<CaseSensitive size={14} aria-hidden />}
          aria-pressed={wanted.isCaseSensitive}
          onClick={() => setWanted({ ...wanted, isCaseSensitive: !wanted.isCaseSensitive })}
        />
        <IconButton
          label="Regular expression"
          icon={<Regex size={14} aria-hidden />}
          aria-pressed={wanted.isRegex}
          onClick={() => setWanted({ ...wanted, isRegex: !wanted.isRegex })}
        />
        <IconButton label="Previous hit" keys="Shift+N" icon={<ChevronUp size={14} aria-hidden />} onClick={() => find.go(-1)} />
        <IconButton label="Next hit" keys="n" icon={<ChevronDown size={14} aria-hidden />} onClick={() => find.go(1)} />
        <IconButton label="Close find" keys="Escape" icon={<X size={14} aria-hidden />} onClick={find.close} />
      </div>
      <div className="find-line find-more">
        <label className="find-role">
          <span>in</span>
          <select
            aria-label="Role"
            value={wanted.role ?? ''}
            onChange={(event) => setWanted({ ...wanted, role: event.target.value || null })}
          >
            <option value="">every role</option>
            {find.roles.map((role) => (
              <option key={role} value={role}>
                {visibleText(role)}
              </option>
            ))}
          </select>
        </label>
        <span className="grow" />
        <IconButton label="List the hits" icon={<List size={14} aria-hidden />} aria-pressed={lists} onClick={() => setLists(!lists)} />
      </div>
      {find.error !== null && (
        <p id={problem} className="find-problem" role="alert">
          {visibleText(faultOf(find.error).message)}
        </p>
      )}
      {lists && <HitList find={find} />}
    </search>
  )
}

/** From here on hits are not counted. */
const COUNTED = 1_000_000

function countOf(find: Find): string {
  if (find.error !== null || find.wanted.query === '') return ''
  if (find.isSearching) return '…'
  if (find.total === 0) return 'no hits'
  const total = `${find.total >= COUNTED ? 'over ' : ''}${formatCount(find.total)}`
  const beyond = find.total > find.hits.length ? ` (first ${formatCount(find.hits.length)} listed)` : ''
  return `${formatCount(find.index + 1)} of ${total}${beyond}`
}
