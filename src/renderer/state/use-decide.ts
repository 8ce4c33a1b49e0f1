import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { toast } from '../widgets/toast-store.ts'
import { faultOf } from './fault-of.ts'

/** One line of the table. */
export type ExampleRow = Answers['example']['page']['rows'][number]

/** What a person says of an example, with an optional reason code and note. */
export interface Say {
  kind: 'accept' | 'reject' | 'clear' | 'note'
  reason?: string | null
  note?: string | null
}

/** How a screen adds to the toast that tells of a decision. */
export interface Told {
  /** Comes behind the name: ": wrong fix, 12 left". */
  tail?: string
  /** Runs in place of a plain undo. */
  onUndo?: () => void
}

const WORDS = { accept: 'Accepted', reject: 'Rejected', clear: 'Cleared the decision on', note: 'Noted on' } as const

/** Decides and takes back. Every screen's table and detail show the answer at once; a failure is told in a toast and resolves to null. */
export function useDecide() {
  const api = useApi()
  const client = useQueryClient()

  const show = useCallback(
    (row: ExampleRow) => {
      client.setQueriesData<Answers['example']['page']>({ queryKey: ['example', 'page'] }, (page) => page && withRow(page, row))
      client.setQueryData<Answers['example']['get']>(['example', 'get', { id: row.id }], (detail) => detail && { ...detail, row })
    },
    [client],
  )

  const undo = useCallback(async () => {
    try {
      const { undone, row } = await api.review.undo({})
      if (row) show(row)
      toast({ text: undone ? `Took back “${undone.kind}” on ${nameOf(row) ?? undone.exampleId}` : 'Nothing left to undo' })
      return undone
    } catch (error) {
      toast({ text: faultOf(error).message, tone: 'drop' })
      return null
    }
  }, [api, show])

  const decide = useCallback(
    async (row: ExampleRow, say: Say, told: Told = {}) => {
      if (!row.isMeasured) toast({ text: `Fetching ${nameOf(row)}: a decision is about the whole row` })
      try {
        const decided = await api.review.decide({ id: row.id, contentHash: row.contentHash, ...say })
        show(decided.row)
        const takeBack = told.onUndo ?? (() => void undo())
        toast({
          text: `${WORDS[say.kind]} ${nameOf(row)}${told.tail ?? ''}`,
          tone: 'human',
          action: { label: 'Undo', keys: 'u', run: takeBack },
        })
        return decided
      } catch (error) {
        const { message, remedy } = faultOf(error)
        toast({ text: remedy ? `${message} ${remedy}` : message, tone: 'drop' })
        return null
      }
    },
    [api, show, undo],
  )

  return { decide, undo }
}

function nameOf(row: ExampleRow | null): string | null {
  return row && (row.instanceId ?? row.id)
}

function withRow(page: Answers['example']['page'], row: ExampleRow): Answers['example']['page'] {
  return page.rows.some((one) => one.id === row.id) ? { ...page, rows: page.rows.map((one) => (one.id === row.id ? row : one)) } : page
}
