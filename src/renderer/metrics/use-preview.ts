import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Selection, useView } from '../state/view-store.ts'
import { makePreview } from './logic/make-preview.ts'
import { usePreview } from './preview-store.ts'

type Edit = (selection: Selection) => Selection

/** Lets everything else follow a drag: told the edit it would make, null once it is over. */
export function useShowPreview(): (edit: Edit | null) => void {
  const client = useQueryClient()
  return useMemo(() => {
    const show = makePreview<Selection>(
      (preview) => usePreview.setState({ preview }),
      () => client.isFetching({ queryKey: ['stats'] }) > 0,
    )
    return (edit) => show(edit === null ? null : edit(useView.getState().selection))
  }, [client])
}
