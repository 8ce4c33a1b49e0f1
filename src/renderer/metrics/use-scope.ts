import { useMemo } from 'react'
import { type Selection, useView } from '../state/view-store.ts'
import { lookAtWhole, useWhole } from './whole-store.ts'

/** What is looked at, and the way to narrow it. */
export interface Scope {
  isWhole: boolean
  /** What every question is asked of: the page's selection, or nothing filtered. */
  selection: Selection
  /** Changes the page's one selection; who looked at the whole corpus then looks at the selection. */
  narrow: (edit: (selection: Selection) => Selection) => void
}

const WHOLE: Selection = {}

/** See {@link Scope}. */
export function useScope(): Scope {
  const own = useView((view) => view.selection)
  const { isWhole } = useWhole()
  return useMemo(() => ({ isWhole, selection: isWhole ? WHOLE : own, narrow }), [isWhole, own])
}

function narrow(edit: (selection: Selection) => Selection): void {
  const { selection, setSelection } = useView.getState()
  lookAtWhole(false)
  setSelection(edit(selection))
}
