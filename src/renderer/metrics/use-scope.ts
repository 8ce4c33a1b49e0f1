import { useMemo } from 'react'
import { type Selection, useView } from '../state/view-store.ts'
import { usePreview } from './preview-store.ts'
import { lookAtWhole, useWhole } from './whole-store.ts'

/** What is looked at, and the way to narrow it. */
export interface Scope {
  isWhole: boolean
  /** What every question is asked of: the page's selection, nothing filtered, or what a drag going on would narrow to. */
  selection: Selection
  /** The same but for the drag: where brushes stand. */
  settled: Selection
  /** Changes the page's one selection; who looked at the whole corpus then looks at the selection. */
  narrow: (edit: (selection: Selection) => Selection) => void
}

const WHOLE: Selection = {}

/** See {@link Scope}. */
export function useScope(): Scope {
  const own = useView((view) => view.selection)
  const { isWhole } = useWhole()
  const { preview } = usePreview()
  const settled = isWhole ? WHOLE : own
  return useMemo(() => ({ isWhole, selection: preview ?? settled, settled, narrow }), [isWhole, preview, settled])
}

function narrow(edit: (selection: Selection) => Selection): void {
  const { selection, setSelection } = useView.getState()
  lookAtWhole(false)
  setSelection(edit(selection))
}
