import { setImmediate } from 'node:timers/promises'
import { countPeople, isOverride, licenceOf, type ManifestFacts, type Override, OverrideCount } from '#export'
import { ruleVersions } from '#filter'
import { encodingOf } from '#measure'
import type { ExampleRow, LedgerEntry, Standing } from '#record'
import { headOf } from '#review'
import type { Query } from '#store'
import { currentRecipe } from '../apply-recipe.ts'
import type { Desk } from '../desk.ts'
import { sourceAddress } from './source-address.ts'

/** The people's side of one moment: everything an export says of them is of it. */
export interface LedgerState {
  /** Oldest first. */
  ledger: readonly LedgerEntry[]
  /** Projected from it. */
  standings: ReadonlyMap<string, Standing>
}

/** Rows people spoke about. */
const SPOKEN: readonly Query[] = [
  { facets: { decision: ['accept', 'reject'], measured: ['measured'] } },
  { facets: { disputed: ['disputed'], measured: ['measured'] } },
]

/** Lines read from the disk in one go. */
const PAGE = 1_000

/** What a manifest tells that no row knows, of the workspace as it is now and of the ledger as it was at the moment told. */
export async function manifestFacts(
  desk: Desk,
  { ledger, standings }: LedgerState,
  template: ManifestFacts['template'],
): Promise<ManifestFacts> {
  const { workspace, measures, plan } = desk.session
  const { recipe, funnel } = await currentRecipe(desk)
  const head = headOf(ledger as LedgerEntry[])
  const { rates, overrides } = await readOverrides(desk, standings)
  return {
    winnowVersion: desk.options.version,
    measures,
    sources: workspace.record.sources().map(({ id, uri, revision, shapes, examples }) => ({
      id,
      uri: sourceAddress(uri),
      revision,
      shapes,
      examples,
      license: licenceOf(uri),
    })),
    recipe: { name: recipe.name, hash: recipe.hash, text: recipe.text, rules: ruleVersions(recipe) },
    funnel,
    ledgerHead: head && { seq: head.seq, hash: head.hash, time: head.time, entries: ledger.length },
    ledgerLines: () => linesUpTo(desk, head?.seq ?? 0),
    people: { ...countPeople(ledger, standings), overrides: rates },
    overrides: () => overrides,
    template,
    tokenizer: encodingOf(plan.tokenizer),
    decisionOf: (id) => decisionIn(standings.get(id)),
  }
}

/** The newest of the answers that stand. */
function decisionIn(standing: Standing | undefined): { seq: number; time: string | null } | null {
  const newest = standing?.decision ? standing.opinions.at(-1) : undefined
  return newest ? { seq: newest.seq, time: newest.time } : null
}

function* linesUpTo({ session }: Desk, last: number): Generator<string> {
  for (let after = 0; after < last; ) {
    const page = session.workspace.record.ledgerLines({ afterSeq: after, limit: PAGE })
    if (page.length === 0) return
    for (const { seq, text } of page) if (seq <= last) yield text
    after = page.at(-1)?.seq ?? last
  }
}

/** How often people overruled the recipe, and where: read at once, since a recipe may be applied before the list is written. */
async function readOverrides(desk: Desk, standings: LedgerState['standings']) {
  const count = new OverrideCount()
  const overrides: Override[] = []
  for (const query of SPOKEN) {
    for await (const row of desk.session.workspace.analysis.rows(query)) {
      const standing = standings.get(row.id)
      if (!standing) continue
      count.add(row, standing)
      if (isOverride({ decision: standing.decision, verdict: row.verdict })) overrides.push(overrideOf(row, standing))
    }
    await setImmediate()
  }
  return { rates: count.rates(), overrides }
}

function overrideOf(row: ExampleRow, { decision, reason, note, reviewer, time, seq }: Standing): Override {
  return {
    example_id: row.id,
    instance_id: row.instanceId,
    decision,
    reason,
    note,
    reviewer,
    time,
    seq,
    verdict: row.verdict,
    verdict_reasons: row.reasons,
    is_stale: row.isStale,
  }
}
