import type { Candidate } from '#export'
import { type ExportPlan, type Grouping, NO_EDITS } from '#record'
import { editsByExample, isEdit } from '#review'
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

/** What made an example leave, and as what: another content, verdict or decision makes it another, and so do {@link tellEdits other edits}. */
const STATE = ['content_hash', 'verdict', 'decision']

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
  return tellEdits(session, found)
}

/** Edits are told whole: one mask instead of another changes no number of the table. */
function tellEdits({ ledger, workspace }: Desk['session'], candidates: Candidate[]): Candidate[] {
  const edited = new Set(ledger.filter(isEdit).map(({ exampleId }) => exampleId))
  if (edited.size === 0) return candidates
  const editsOf = editsByExample(ledger)
  return candidates.map((one) => {
    const edits = edited.has(one.id) ? editsOf(one.id, workspace.record.place(one.id)?.contentHash) : NO_EDITS
    return edits === NO_EDITS ? one : { ...one, state: `${one.state} ${JSON.stringify(edits)}` }
  })
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
