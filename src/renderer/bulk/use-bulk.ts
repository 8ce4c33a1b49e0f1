import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { useDebounced } from '../state/use-debounced.ts'
import { useDecide } from '../state/use-decide.ts'
import { useSettings } from '../state/use-settings.ts'
import type { Selection } from '../state/view-store.ts'
import { toast } from '../widgets/toast-store.ts'
import { type BulkKind, type BulkPreview, doneWords, MOST_TAGGED } from './bulk-words.ts'

/** What is said of a selection. */
export interface BulkSaying {
  kind: BulkKind
  reason: string | null
  note: string
  tag: string
}

/** The preview of what is being said, as far as it is here. */
export function useBulkPreview(selection: Selection, kind: BulkKind) {
  const api = useApi()
  const { reviewer, isBlind } = useSettings().settings
  const settled = useDebounced(kind, 100)
  const input = { selection, kind: settled === 'tag' ? ('clear' as const) : settled, ...speaker(reviewer, isBlind) }
  return useQuery({
    queryKey: ['review', 'bulkPreview', input],
    queryFn: ({ signal }) => api.review.bulkPreview(input, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Says it of all, and tells how it went; one undo takes all of it back. */
export function useBulk(selection: Selection, onDone: () => void) {
  const api = useApi()
  const client = useQueryClient()
  const { undo } = useDecide()
  const { reviewer, isBlind } = useSettings().settings
  const [state, setState] = useState<{ isBusy: boolean; wrong: string | null }>({ isBusy: false, wrong: null })
  const run = async (saying: BulkSaying, preview: BulkPreview) => {
    setState({ isBusy: true, wrong: null })
    try {
      const who = speaker(reviewer, isBlind)
      const done =
        saying.kind === 'tag' ? await tagAll(api, selection, saying.tag, who) : await decideAll(api, selection, saying, preview, who)
      setState({ isBusy: false, wrong: null })
      onDone()
      toast({ text: doneWords(saying.kind, done), tone: 'human', action: { label: 'Undo', keys: 'Mod+Z', run: () => void undo() } })
    } catch (error) {
      const { message, remedy } = faultOf(error)
      setState({ isBusy: false, wrong: remedy ? `${message} ${remedy}` : message })
    } finally {
      await client.invalidateQueries({ queryKey: ['review', 'bulkPreview'] })
    }
  }
  return { ...state, run }
}

type Speaker = { reviewer?: string; isBlind?: boolean }

/** Before the settings have been read nobody is named, and the host knows who asks. */
function speaker(reviewer: string, isBlind: boolean): Speaker {
  return { ...(reviewer === '' ? {} : { reviewer }), ...(isBlind ? { isBlind } : {}) }
}

async function decideAll(api: Api, selection: Selection, { kind, reason, note }: BulkSaying, { total }: BulkPreview, who: Speaker) {
  if (kind === 'tag') throw new Error('Tags are given by id')
  return await api.review.bulk({ selection, kind, reason, note: note.trim() || null, expected: total, ...who })
}

async function tagAll(api: Api, selection: Selection, tag: string, who: Speaker) {
  const { rows } = await api.example.page({ selection, sort: null, offset: 0, limit: MOST_TAGGED })
  const tagged = await api.review.tag({ ids: rows.map(({ id }) => id), add: [tag.trim()], remove: [], ...who })
  return { entries: tagged.length, leftOut: 0 }
}
