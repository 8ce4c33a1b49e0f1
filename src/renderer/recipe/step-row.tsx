import { ChevronRight, GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { usePersonKeys } from '../keys/key-store.ts'
import { ariaKeys, formatCount, formatCounted } from '../widgets/index.ts'
import { failing, lookAt } from './look-at.ts'
import type { StepLine } from './step-lines.ts'

const SEVERITY = { high: '▲', medium: '◆', low: '▽' } as const

/** One step in the list: its switch, its name with what it asks, and what it drops here. */
export function StepRow({ line, isSelected, isOpen, canLook, onPick, onGo, onToggle, onDrag, onDragEnd }: StepRowProps) {
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (by !== undefined) onGo(by)
    else if (event.key === ' ') onToggle()
    else return
    event.preventDefault()
  }
  const personKeys = usePersonKeys('j', 'k', 'Space', 'Enter', 'Alt+ArrowUp', 'Alt+ArrowDown')
  // One stop of the Tab key for the whole list: arrows go on from there.
  const tabIndex = isSelected ? 0 : -1
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keys and buttons, Alt with an arrow
    <div className="step-line" draggable onDragStart={() => onDrag(line.index)} onDragEnd={onDragEnd}>
      <input
        type="checkbox"
        className="box"
        aria-label={`${line.title}: on`}
        checked={line.step.enabled}
        tabIndex={tabIndex}
        onChange={onToggle}
      />
      <button
        type="button"
        className="step-pick"
        data-step={line.index}
        data-first-focus={isSelected || undefined}
        aria-current={isSelected ? 'step' : undefined}
        aria-expanded={isOpen}
        aria-keyshortcuts={ariaKeys(personKeys)}
        tabIndex={tabIndex}
        onClick={onPick}
        onKeyDown={press}
      >
        <span className="step-title">
          {line.title}
          <ChevronRight size={13} className="step-chevron" aria-hidden />
        </span>
        <span className="step-summary mono">{line.summary}</span>
      </button>
      <span className="step-side">
        <Dropped line={line} canLook={canLook} tabIndex={tabIndex} />
        <Marks line={line} />
      </span>
      <GripVertical size={13} className="step-grip" aria-hidden />
    </div>
  )
}

/** See {@link StepRow}. `canLook`: the numbers are those of the recipe in force, so that their rows can be looked at. */
export interface StepRowProps {
  line: StepLine
  isSelected: boolean
  isOpen: boolean
  canLook: boolean
  onPick: () => void
  /** To a step so many places on. */
  onGo: (by: number) => void
  onToggle: () => void
  onDrag: (index: number) => void
  onDragEnd: () => void
}

function Dropped({ line: { counted, key, step, title }, canLook, tabIndex }: { line: StepLine; canLook: boolean; tabIndex: number }) {
  if (!step.enabled) return <span className="muted">off</span>
  if (!counted) return <span className="muted">not counted</span>
  const words = `drops ${formatCount(counted.dropped)}`
  if (!canLook || key === null || counted.dropped === 0)
    return <span className={counted.dropped > 0 ? 'step-drops' : 'muted'}>{words}</span>
  return (
    <button
      type="button"
      className="step-drops step-look"
      tabIndex={tabIndex}
      aria-label={`${title} ${words}: look at them in Browse`}
      onClick={() => lookAt(failing([key], 'first'))}
    >
      {words}
    </button>
  )
}

/** How much it weighs, and where it could not be asked. */
function Marks({ line: { counted, rule } }: { line: StepLine }) {
  const severity = counted?.severity ?? rule?.severity
  return (
    <span className="step-marks">
      {counted && counted.faults > 0 && (
        <span className="step-faults" title="Examples on which a check of this rule did not come to an end: they are dropped as faults">
          ⚠ {formatCounted(counted.faults, 'fault')}
        </span>
      )}
      {severity && (
        <span className={`severity severity-${severity}`} title={`Severity ${severity}`}>
          {SEVERITY[severity]} {severity}
        </span>
      )}
    </span>
  )
}
