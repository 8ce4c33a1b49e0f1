import { useState } from 'react'
import { changeView, useRecipeView } from './recipe-view.ts'
import { StepDetail } from './step-detail.tsx'
import type { StepEdits } from './step-edits.ts'
import type { StepLine } from './step-lines.ts'
import { StepRow } from './step-row.tsx'
import { focusStep } from './use-recipe-keys.ts'

/** The steps in order: picked, switched, opened, moved by drag or by key. One of them is selected. */
export function StepList({ lines, edits, isChanged, isCounting }: StepListProps) {
  const { selected, isOpen } = useRecipeView()
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const pick = (index: number) => changeView({ selected: index, isOpen: index === selected ? !isOpen : isOpen })
  const go = (to: number) => {
    if (to < 0 || to >= lines.length) return
    changeView({ selected: to })
    focusStep(to)
  }
  return (
    <ol className="steps" aria-busy={isCounting || undefined}>
      {lines.map((line) => (
        <li
          key={line.index}
          className={classOf(line, { selected, dragged, over })}
          onDragOver={(event) => {
            if (dragged === null) return
            event.preventDefault()
            setOver(line.index)
          }}
          onDrop={(event) => {
            event.preventDefault()
            if (dragged !== null) edits.move(dragged, line.index)
            end()
          }}
        >
          <StepRow
            line={line}
            isSelected={line.index === selected}
            isOpen={line.index === selected && isOpen}
            canLook={!isChanged}
            onPick={() => pick(line.index)}
            onGo={(by) => go(line.index + by)}
            onToggle={() => edits.toggle(line.index)}
            onDrag={setDragged}
            onDragEnd={end}
          />
          {line.index === selected && isOpen && <StepDetail line={line} count={lines.length} edits={edits} />}
          {line.faults.map((fault) => (
            <p key={fault} className="step-fault">
              ✕ {fault}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** See {@link StepList}. */
export interface StepListProps {
  lines: readonly StepLine[]
  edits: StepEdits
  isChanged: boolean
  isCounting: boolean
}

function classOf(line: StepLine, { selected, dragged, over }: { selected: number; dragged: number | null; over: number | null }): string {
  const names = ['step']
  if (line.index === selected) names.push('step-on')
  if (!line.step.enabled) names.push('step-off')
  if (line.faults.length > 0) names.push('step-wrong')
  if (dragged !== null && over === line.index && dragged !== over) names.push(dragged < over ? 'step-drop-below' : 'step-drop-above')
  return names.join(' ')
}
