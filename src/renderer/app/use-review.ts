import { useCallback } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { useView } from '../state/view-store.ts'
import { toast } from '../widgets/index.ts'
import { navigate } from './route.ts'

/** Goes to the next undecided example of the current selection, in its order: after the cursor's if there is one, else the first. */
export function useReview(): () => Promise<void> {
  const api = useApi()
  return useCallback(async () => {
    const { selection, sort, cursor } = useView.getState()
    const undecided = { ...selection, facets: { ...selection.facets, decision: ['none'] } }
    try {
      const after = cursor === null ? null : await api.example.neighbours({ id: cursor, selection: undecided, sort })
      const isCursorUndecided = after !== null && after.position !== null
      const first = after?.next ? null : await api.example.page({ selection: undecided, sort, offset: 0, limit: 1 })
      const id = isCursorUndecided ? cursor : (after?.next ?? first?.rows[0]?.id)
      if (id) navigate({ screen: 'example', id, message: null })
      else toast({ text: 'Nothing undecided in this selection. Widen it in Browse, or go on to Export.' })
    } catch (error) {
      toast({ text: faultOf(error).message, tone: 'drop' })
    }
  }, [api])
}
