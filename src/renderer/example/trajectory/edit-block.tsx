import { useMemo } from 'react'
import { formatCounted } from '../../widgets/index.ts'
import { addedLines, type EditLine, replaceLines } from '../logic/edit-lines.ts'
import { placeKey, type TextPlace } from '../logic/find-plan.ts'
import type { CallView } from '../types.ts'
import { MarkedText } from './marked-text.tsx'
import { useTrace } from './trace-context.ts'

type EditAct = Extract<CallView['act'], { kind: 'edit' }>

const SHOWN = 20
const OPENED = 2000
const LONGEST_LINE = 2000

/** An edit call as a small diff, before it was run. */
export function EditBlock({ act, place, isCut }: { act: EditAct; place: TextPlace; isCut: boolean }) {
  const trace = useTrace()
  const lines = useMemo(() => linesOf(act.change), [act.change])
  const key = placeKey(place)
  const isOpen = trace.opened.has(key)
  const shown = lines.slice(0, isOpen ? OPENED : SHOWN)
  const hidden = lines.length - shown.length
  return (
    <div className="edit" data-text={key}>
      <div className="edit-path mono">
        <MarkedText text={act.path || '(no path)'} />
        {act.change.kind === 'insert' && <span className="faint"> after line {act.change.line}</span>}
        {act.change.kind === 'undo' && <span className="faint"> last edit taken back</span>}
      </div>
      {lines.length > 0 && (
        <div className="edit-lines">
          {shown.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <div key={i} className={`edit-line edit-${line.kind}`}>
              <i aria-hidden>{MARKS[line.kind]}</i>
              <span className="visually-hidden">{SAID[line.kind]}</span>
              <span>
                <MarkedText text={line.text.slice(0, LONGEST_LINE)} />
                {line.text.length > LONGEST_LINE && <span className="faint"> … {formatCounted(line.text.length, 'character')}</span>}
              </span>
            </div>
          ))}
        </div>
      )}
      {hidden > 0 && !isOpen && (
        <button type="button" className="fold-bar" data-fold={key} onClick={() => trace.open(key)}>
          Show {formatCounted(hidden, 'line')} more
        </button>
      )}
      {isOpen && lines.length > SHOWN && (
        <button type="button" className="fold-bar" onClick={() => trace.close(key)}>
          Fold {hidden > 0 && <span className="faint">{formatCounted(hidden, 'line')} are in the Raw tab</span>}
        </button>
      )}
      {isCut && <p className="cut-note">This edit is too long to be shown whole; the Raw tab has all of it.</p>}
    </div>
  )
}

const MARKS = { context: ' ', add: '+', delete: '-' } as const
const SAID = { context: '', add: 'added: ', delete: 'deleted: ' } as const

function linesOf(change: EditAct['change']): EditLine[] {
  if (change.kind === 'replace') return replaceLines(change.before, change.after)
  return change.kind === 'undo' ? [] : addedLines(change.text)
}
