import { useKeys } from '../keys/use-keys.ts'
import { changeView, useRecipeView } from './recipe-view.ts'
import type { StepEdits } from './step-edits.ts'
import type { RecipeEdit } from './use-recipe-edit.ts'

/** Names of what keys and controls do alike. */
export const NAMES = {
  apply: 'Apply',
  undo: 'Undo the edit',
  redo: 'Redo the edit',
  add: 'Add a step',
  up: 'Move the step up',
  down: 'Move the step down',
  duplicate: 'Duplicate the step',
  remove: 'Remove the step',
  toggle: 'Switch the step on or off',
  parameters: 'Open or close its parameters',
  mode: 'In order, alone or overlap',
  view: 'Steps or text',
} as const

/** Gives the focus to the line of a step, once it is drawn. */
export function focusStep(index: number): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-step="${index}"]`)?.focus())
}

/** The screen's keys. `count` are the steps there are. */
export function useRecipeKeys({
  count,
  edit,
  edits,
  onMode,
}: {
  count: number
  edit: RecipeEdit
  edits: StepEdits
  onMode: () => void
}): void {
  const selected = () => useRecipeView.getState().selected
  const go = (by: number) => {
    const to = Math.max(0, Math.min(count - 1, selected() + by))
    changeView({ selected: to })
    focusStep(to)
  }
  const move = (by: number) => {
    edits.move(selected(), selected() + by)
    focusStep(selected())
  }
  const isText = useRecipeView((view) => view.view === 'text')
  const group = 'Recipe'
  // Nothing is done to steps that are not on the screen.
  const ofSteps = [
    { key: 'j', name: 'Next step', group, repeats: true, run: () => go(1) },
    { key: 'k', name: 'Previous step', group, repeats: true, run: () => go(-1) },
    { key: 'Space', name: NAMES.toggle, group, run: () => edits.toggle(selected()) },
    { key: 'Enter', name: NAMES.parameters, group, run: () => changeView({ isOpen: !useRecipeView.getState().isOpen }) },
    { key: 'Alt+ArrowUp', name: NAMES.up, group, repeats: true, run: () => move(-1) },
    { key: 'Alt+ArrowDown', name: NAMES.down, group, repeats: true, run: () => move(1) },
    { key: 'd', name: NAMES.duplicate, group, run: () => edits.duplicate(selected()) },
    { key: 'Delete', name: NAMES.remove, group, run: () => edits.remove(selected()) },
  ]
  useKeys([
    ...(isText ? [] : ofSteps),
    { key: 'n', name: NAMES.add, group, run: () => changeView({ isAdding: true }) },
    { key: 'f', name: NAMES.mode, group, run: onMode },
    { key: 't', name: NAMES.view, group, run: () => changeView({ view: useRecipeView.getState().view === 'steps' ? 'text' : 'steps' }) },
    { key: 'Mod+Enter', name: NAMES.apply, group, run: edit.onApply },
    { key: 'Mod+Z', name: NAMES.undo, group, repeats: true, run: edit.onUndo },
    { key: 'Mod+Shift+Z', name: NAMES.redo, group, repeats: true, run: edit.onRedo },
  ])
}
