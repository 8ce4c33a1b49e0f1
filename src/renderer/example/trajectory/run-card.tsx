import { formatCount, formatCounted } from '../../widgets/index.ts'
import type { OutlineLine } from '../logic/collapse-runs.ts'
import { MarkedText } from './marked-text.tsx'

/** Like calls behind each other as one card; opened, they are cards of their own. */
export function RunCard({ line, isCurrent, onOpen }: RunCardProps) {
  const first = line.entries[0]?.message ?? 0
  const last = line.entries.at(-1)?.messages.at(-1) ?? first
  const errors = line.entries.filter((entry) => entry.isError).length
  return (
    <article className={isCurrent ? 'card card-turn is-current' : 'card card-turn'}>
      <button type="button" className="fold-bar run-card" aria-expanded={false} onClick={() => onOpen(first)}>
        <span className="mono faint">
          {first}–{last}
        </span>
        <span className="cut">
          <MarkedText text={line.title} />
        </span>
        {errors > 0 && <span className="minus">{formatCounted(errors, 'error')}</span>}
        <span className="faint">{formatCount(line.tokens)} tok</span>
      </button>
    </article>
  )
}

/** See {@link RunCard}. */
export interface RunCardProps {
  line: Extract<OutlineLine, { kind: 'run' }>
  isCurrent: boolean
  onOpen: (message: number) => void
}
