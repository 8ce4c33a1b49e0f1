import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers, Api } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { navigate } from '../app/route.ts'
import { announce, toast } from '../widgets/toast-store.ts'
import { faultOf } from './fault-of.ts'
import { type Said, sendInOrder } from './outbox.ts'
import { useSettings } from './use-settings.ts'

/** One line of the table. */
export type ExampleRow = Answers['example']['page']['rows'][number]

/** What a person says of an example, with an optional reason code and note. */
export interface Say {
  kind: 'accept' | 'reject' | 'clear' | 'note'
  reason?: string | null
  note?: string | null
  /** The verdict and others' answers were hidden. */
  isBlind?: boolean
}

/** How a screen adds to the toast that tells of a decision. */
export interface Told {
  /** Comes behind the name: ": wrong fix, 12 left". */
  tail?: string
  /** Runs in place of a plain undo. */
  onUndo?: () => void
  /** The queue it is said in. */
  queue?: string | null
}

const WORDS = { accept: 'Accepted', reject: 'Rejected', clear: 'Cleared the decision on', note: 'Noted on' } as const

/** See {@link useDecide}. Each resolves to null when it failed, which a toast has told by then. */
export interface Deciding {
  decide: (row: ExampleRow, say: Say, told?: Told) => Promise<Answers['review']['decide'] | null>
  undo: () => Promise<Answers['review']['undo']['undone']>
  redo: () => Promise<Answers['review']['redo']['undone']>
  tag: (row: ExampleRow, change: { add?: string[]; remove?: string[] }, told?: Told) => Promise<ExampleRow | null>
  flag: (row: ExampleRow, isFlagged: boolean, told?: Told) => Promise<ExampleRow | null>
}

/**
 * Decides and takes back. Everything goes out in the order it was said; every screen's table and detail show the answer, and a failure is told in a toast
 * with the way back.
 */
export function useDecide(): Deciding {
  const api = useApi()
  const client = useQueryClient()
  const { reviewer } = useSettings().settings
  return useMemo(() => {
    const show = (row: ExampleRow) => {
      client.setQueriesData<Answers['example']['page']>({ queryKey: ['example', 'page'] }, (page) => page && withRow(page, row))
      client.setQueryData<Answers['example']['get']>(['example', 'get', { id: row.id }], (detail) => detail && { ...detail, row })
    }
    const say = async <Answer>(said: Omit<Said, 'reviewer'>, call: () => Promise<Answer>): Promise<Answer | null> => {
      try {
        return await sendInOrder({ ...said, reviewer }, call)
      } catch (error) {
        tellFailure(said, error)
        if (said.exampleId !== null) void client.invalidateQueries({ queryKey: ['example', 'get', { id: said.exampleId }] })
        return null
      }
    }
    const takeBack = async (kind: 'undo' | 'redo') => {
      const said = { ...NOTHING_SAID, exampleId: null, name: '', kind, queue: null }
      const answer = await say(said, () => api.review[kind](who(reviewer)))
      if (!answer) return null
      if (answer.row) show(answer.row)
      toast({ text: backWords(kind, answer) })
      return answer.undone
    }
    const undo = () => takeBack('undo')
    return {
      undo,
      redo: () => takeBack('redo'),
      decide: async (row, { kind, reason = null, note = null, isBlind = false }, told = {}) => {
        if (!row.isMeasured) toast({ text: `Fetching ${nameOf(row)}: a decision is about the whole row` })
        const { id, contentHash } = row
        const blind = isBlind ? { isBlind } : {}
        const decided = await say({ ...aboutOf(row, told), kind, reason, note }, () =>
          api.review.decide({ id, contentHash, kind, reason, note, ...who(reviewer), ...blind }),
        )
        if (!decided) return null
        show(decided.row)
        toast({
          text: `${WORDS[kind]} ${nameOf(row)}${told.tail ?? ''}`,
          tone: 'human',
          action: { label: 'Undo', keys: 'Mod+Z', run: told.onUndo ?? (() => void undo()) },
        })
        return decided
      },
      tag: async (row, { add = [], remove = [] }, told = {}) => {
        const said = { ...aboutOf(row, told), ...NOTHING_SAID, kind: 'tag' as const }
        const rows = await say(said, () => api.review.tag({ ids: [row.id], add, remove, ...who(reviewer) }))
        for (const one of rows ?? []) show(one)
        void client.invalidateQueries({ queryKey: ['review', 'tags'] })
        if (rows) announce([...add.map((tag) => `Tagged ${tag}`), ...remove.map((tag) => `Tag ${tag} taken away`)].join(', '))
        return rows?.[0] ?? null
      },
      flag: async (row, isFlagged, told = {}) => {
        const said = { ...aboutOf(row, told), ...NOTHING_SAID, kind: 'flag' as const }
        const flagged = await say(said, () => api.review.flag({ id: row.id, isFlagged, ...who(reviewer) }))
        if (flagged) show(flagged)
        if (flagged) announce(isFlagged ? 'Flagged' : 'Flag taken away')
        return flagged
      },
    }
  }, [api, client, reviewer])
}

const NOTHING_SAID = { reason: null, note: null }

/** Before the settings have been read nobody is named, and the host knows who asks. */
function who(reviewer: string): Parameters<Api['review']['undo']>[0] {
  return reviewer === '' ? {} : { reviewer }
}

function aboutOf(row: ExampleRow, { queue = null }: Told): Pick<Said, 'exampleId' | 'name' | 'queue'> {
  return { exampleId: row.id, name: nameOf(row), queue }
}

/** Names the culprit and the way back to it: the person is at another example by now. */
function tellFailure({ exampleId, name, kind, queue }: Omit<Said, 'reviewer'>, error: unknown): void {
  const { message, remedy } = faultOf(error)
  const text = [exampleId === null ? `Could not ${kind}.` : `Not saved: ${kind} of ${name}.`, message, remedy].filter(Boolean).join(' ')
  const back =
    exampleId === null
      ? undefined
      : { label: 'Go back to it', run: () => navigate({ screen: 'example', id: exampleId, message: null, queue }) }
  toast({ text, tone: 'drop', ...(back ? { action: back } : {}) })
}

function backWords(kind: 'undo' | 'redo', { undone, count, row }: Answers['review']['undo']): string {
  if (!undone) return kind === 'undo' ? 'Nothing left to undo' : 'Nothing to redo: something was said since'
  const many = count > 1 ? ` and ${count - 1} more made with it` : ''
  const about = row ? nameOf(row) : undone.exampleId
  return kind === 'undo' ? `Took back “${undone.kind}” on ${about}${many}` : `What was taken back on ${about} stands again${many}`
}

function nameOf(row: ExampleRow): string {
  return row.instanceId ?? row.id
}

function withRow(page: Answers['example']['page'], row: ExampleRow): Answers['example']['page'] {
  return page.rows.some((one) => one.id === row.id) ? { ...page, rows: page.rows.map((one) => (one.id === row.id ? row : one)) } : page
}
