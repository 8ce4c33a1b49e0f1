import type { Candidate } from '#export'
import type { ExportPlan, Grouping } from '#record'
import type { AskedColumn, Query } from '#store'
import type { Desk } from '../desk.ts'

type Field = Exclude<keyof Candidate, 'id'>

/** Columns of the table behind what caps and shares count by. */
const GROUPING_COLUMNS: Readonly<Record<Grouping, string>> = {
  instance: 'instance_id',
  repo: 'repo',
  language: 'language',
  harness: 'harness',
  model: 'model',
  category: 'category',
}

/** What must not be in two splits. */
const SHARED: Readonly<Partial<Record<Field, string>>> = {
  instance: 'instance_id',
  task: 'task_key',
  issue: 'issue_hash',
  issueGroup: 'issue_group',
  patch: 'patch_hash',
  patchGroup: 'patch_group',
}

/** What made an example leave, and as what: another content, verdict, decision or edit makes it another. */
const STATE = ['content_hash', 'verdict', 'decision', 'masked_messages', 'is_cut', 'redactions']

const BLANK: Candidate = {
  id: '',
  state: '',
  instance: null,
  repo: null,
  language: null,
  harness: null,
  model: null,
  category: null,
  task: null,
  issue: null,
  issueGroup: null,
  patch: null,
  patchGroup: null,
  time: null,
}

/** The examples of a query in id order, with what a plan asks of them and no more: half a million are read in a second or two. */
export async function readCandidates(
  { session }: Pick<Desk, 'session'>,
  query: Query,
  plan: Pick<ExportPlan, 'choice' | 'splits'>,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const asked = askedBy(plan)
  const fields = [...asked.keys()]
  const found: Candidate[] = []
  for await (const [ids = [], ...columns] of session.workspace.analysis.columnsOf(query, [...asked.values()])) {
    signal?.throwIfAborted()
    const part = ids.map((id): Filled => ({ ...BLANK, id: String(id) }))
    columns.forEach((values, place) => {
      const field = fields[place] ?? 'state'
      for (const [at, candidate] of part.entries()) candidate[field] = values[at] ?? null
    })
    // What is never null in the table is a text, and times are.
    for (const candidate of part) found.push(candidate as Candidate)
  }
  return found
}

/** A candidate while it is filled. */
type Filled = Record<keyof Candidate, string | number | null>

function askedBy({ choice, splits }: Pick<ExportPlan, 'choice' | 'splits'>): Map<Field, AskedColumn> {
  const asked = new Map<Field, AskedColumn>([['state', { as: 'digest', columns: STATE }]])
  for (const { per } of choice.caps) asked.set(per, { as: 'key', column: GROUPING_COLUMNS[per] })
  if (splits) for (const [field, column] of Object.entries(SHARED)) asked.set(field as Field, { as: 'key', column })
  if (splits?.by === 'repo') asked.set('repo', { as: 'text', column: GROUPING_COLUMNS.repo })
  if (splits?.by === 'time') asked.set('time', { as: 'text', column: 'task_time' })
  if (choice.mixture) asked.set(choice.mixture.by, { as: 'text', column: GROUPING_COLUMNS[choice.mixture.by] })
  return asked
}
