import { announce } from '../widgets/toast-store.ts'
import { addStep, duplicateStep, moveStep, removeStep, setEnabled, setParameter } from './edit-recipe-text.ts'
import { changeView, useRecipeView } from './recipe-view.ts'
import type { RuleInfo } from './rule-info.ts'
import type { StepLine } from './step-lines.ts'
import type { RecipeEdit } from './use-recipe-edit.ts'

/** What can be done with the steps of a draft. Each says so to assistive technology, and the selection follows. */
export interface StepEdits {
  toggle: (index: number) => void
  set: (index: number, parameter: string, value: unknown, about: string) => void
  move: (from: number, to: number) => void
  duplicate: (index: number) => void
  remove: (index: number) => void
  /** Below the selected step; gives its place. */
  add: (rule: RuleInfo) => number
}

/** See {@link StepEdits}. */
export function stepEdits(lines: readonly StepLine[], edit: RecipeEdit): StepEdits {
  const titleOf = (index: number) => lines[index]?.title ?? 'step'
  return {
    toggle: (index) => {
      const line = lines[index]
      if (!line) return
      edit.onEdit(setEnabled(edit.text, index, !line.step.enabled))
      announce(`${line.title} ${line.step.enabled ? 'off' : 'on'}`)
    },
    set: (index, parameter, value, about) => edit.onEdit(setParameter(edit.text, index, parameter, value), about),
    move: (from, to) => {
      if (to < 0 || to >= lines.length || from === to) return
      edit.onEdit(moveStep(edit.text, from, to))
      changeView({ selected: to })
      announce(`${titleOf(from)} is now step ${to + 1} of ${lines.length}`)
    },
    duplicate: (index) => {
      edit.onEdit(duplicateStep(edit.text, index))
      changeView({ selected: index + 1 })
      announce(`Duplicated ${titleOf(index)}`)
    },
    remove: (index) => {
      if (lines.length < 2) return announce('A recipe has one step at least')
      edit.onEdit(removeStep(edit.text, index))
      changeView({ selected: Math.min(index, lines.length - 2), isOpen: false })
      announce(`Removed ${titleOf(index)}`)
    },
    add: (rule) => {
      const at = Math.min(lines.length, useRecipeView.getState().selected + 1)
      edit.onEdit(addStep(edit.text, at, rule.id, mustName(rule)))
      changeView({ selected: at, isOpen: true, view: 'steps' })
      announce(`Added ${rule.title} as step ${at + 1}`)
      return at
    },
  }
}

/** Parameters that have no default which means anything: they are written so that a person finds them. */
function mustName(rule: RuleInfo): Record<string, unknown> {
  return Object.fromEntries(
    rule.parameters.flatMap(({ name, type, default: usual }) => (usual === null && type === 'text' ? [[name, '']] : [])),
  )
}
