import type { ChosenUnit, IndexLine, VerifiedFolder } from '#export'
import type { LedgerEntry } from '#record'
import { editsByExample } from '#review'
import type { Desk } from '../../desk.ts'
import { recipeInForce } from '../../recipe-in-force.ts'
import { choosePlan } from '../choose-plan.ts'
import { planOfManifest } from './plan-of-manifest.ts'

/** Kinds of entries that change nothing of what leaves by themselves. */
const REMARKS: readonly string[] = ['note', 'flag', 'unflag', 'tag', 'untag']

/**
 * Chooses again by the plan of the manifest, and tells what was decided after the export and what that changes.
 *
 * @param changed rows that are made otherwise by now, by {@link verifyRemade}
 */
export async function verifyDecisions(
  desk: Desk,
  folder: VerifiedFolder,
  { changed, signal }: { changed: ReadonlySet<string>; signal: AbortSignal },
): Promise<void> {
  const { manifest, index, problems } = folder
  if (!manifest) return
  const since = desk.session.ledger.slice(manifest.ledger_head?.seq ?? 0)
  const said = since.filter(({ kind }) => !REMARKS.includes(kind))
  const moved = await movedBy(desk, folder, signal)
  const edited = new Set([...changed, ...editedSince(desk, index, since)].filter((key) => !moved.left.has(key)))
  const count = moved.left.size + moved.come.size + edited.size
  if (said.length > 0 || (since.length > 0 && count > 0)) {
    problems.add('decision', 'ledger.jsonl', told(said.length > 0 ? said : since, { count, ...moved, edited: edited.size }))
  } else if (moved.isOther) {
    problems.add(
      'source',
      'manifest.json',
      `The plan of the manifest chooses other rows by now: ${moved.left.size} of them no more, ${moved.come.size} others instead. Rows came or went since, or the plan was edited.`,
    )
  }
}

interface Moved {
  /** Another choice than the manifest's. */
  isOther: boolean
  /** Ids, joined, of what left and would not now, and of what would now and did not. */
  left: Set<string>
  come: Set<string>
}

/** Nothing where another recipe is in force, which is told elsewhere. */
async function movedBy(desk: Desk, folder: VerifiedFolder, signal: AbortSignal): Promise<Moved> {
  const { manifest, index, leftOut } = folder
  const same: Moved = { isOther: false, left: new Set(), come: new Set() }
  const plan = planOfManifest(folder)
  if (!plan || !manifest || (await recipeInForce(desk)).hash !== (manifest.recipe?.hash ?? '')) return same
  const chosen = await choosePlan(desk, plan, signal)
  if (chosen.hash === manifest.chosen.hash) return same
  const then = new Set([...index.map(keyOf), ...leftOut])
  const now = new Set(chosen.units.map(keyOf))
  const without = (a: ReadonlySet<string>, b: ReadonlySet<string>) => new Set([...a].filter((key) => !b.has(key)))
  return { isOther: true, left: without(then, now), come: without(now, then) }
}

/** Units that people edited otherwise since: masks, cuts, redactions. */
function editedSince({ session }: Desk, index: readonly IndexLine[], since: readonly LedgerEntry[]): Set<string> {
  const named = new Set(since.map(({ exampleId }) => exampleId))
  const editsThen = editsByExample(session.ledger.slice(0, session.ledger.length - since.length))
  const editsNow = editsByExample(session.ledger)
  const isEdited = (line: IndexLine) =>
    line.ids.some((id, at) => {
      const hash = line.content_hashes[at]
      return named.has(id) && JSON.stringify(editsThen(id, hash)) !== JSON.stringify(editsNow(id, hash))
    })
  return new Set(index.filter(isEdited).map(keyOf))
}

function keyOf({ ids }: Pick<IndexLine, 'ids'> | ChosenUnit): string {
  return JSON.stringify(ids)
}

function told(
  said: readonly LedgerEntry[],
  { count, left, come, edited }: Omit<Moved, 'isOther'> & { count: number; edited: number },
): string {
  const by = [...new Set(said.map(({ reviewer }) => reviewer))]
  const who = by.length > 3 ? `${by.slice(0, 3).join(', ')} and others` : by.join(', ')
  const made = said.length === 1 ? '1 decision was made' : `${said.length.toLocaleString('en-US')} decisions were made`
  const parts = [`${left.size} would leave no more`, `${come.size} would newly leave`, `${edited} would be written otherwise`]
  return `${made} after this export (by ${who}); ${said.length === 1 ? 'it changes' : 'they change'} ${count} of its rows${count > 0 ? `: ${parts.join(', ')}` : ''}.`
}
