import { FaultError, type LedgerEntry, type Standing } from '#record'
import { projectInTurns, projectPairs } from '#review'
import { LEDGER } from '../card/closing-files.ts'
import { countPeople } from '../card/count-people.ts'
import { peopleOf } from '../card/manifest-body.ts'
import { MANIFEST } from '../owned-files.ts'
import { type IndexLine, ROW_INDEX } from './index-line.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Problems } from './problems.ts'
import { nameOf } from './read-index.ts'

/** Replays the shipped ledger and holds what stands of it against the rows that left and against what the manifest counts. */
export async function checkDecisions(
  index: readonly IndexLine[],
  entries: readonly LedgerEntry[],
  { people }: Pick<Manifest, 'people'>,
  problems: Problems,
): Promise<void> {
  const standings = await standingsOf(entries, problems)
  if (!standings) return
  const pairs = new Set(projectPairs(entries).map(({ chosen, rejected }) => JSON.stringify([chosen, rejected])))
  for (const line of index) {
    const where = `${ROW_INDEX}`
    const said = line.ids.length === 2 ? pairProblem(line, pairs) : outcomeProblem(line, standings.get(line.ids[0] ?? ''))
    if (said) problems.add('decision', where, said)
  }
  const { overrides: _, ...counted } = peopleOf({
    ...countPeople(entries, standings),
    overrides: { decided: 0, against: 0, rate: null, byRule: [], byReviewer: [] },
  })
  const { overrides: __, ...told } = people
  if (JSON.stringify(counted) !== JSON.stringify(told)) {
    problems.add('manifest', MANIFEST, `What the manifest counts of people's answers is not what ${LEDGER} gives.`)
  }
}

async function standingsOf(entries: readonly LedgerEntry[], problems: Problems): Promise<Map<string, Standing> | null> {
  try {
    return await projectInTurns(entries)
  } catch (error) {
    const why = error instanceof FaultError ? error.fault.message : 'entries are damaged'
    problems.add('ledger', LEDGER, `What stands cannot be told: ${why}`)
    return null
  }
}

function outcomeProblem(line: IndexLine, standing: Standing | undefined): string | null {
  const decision = standing?.decision ?? null
  const name = nameOf(line)
  if (decision === 'reject')
    return `${name} left, though ${standing?.reviewer ?? 'a person'} rejected it: ${LEDGER}, entry ${standing?.seq}.`
  if (line.outcome === 'accepted' && decision !== 'accept') return `${name} is told as accepted, and ${LEDGER} has no answer that stands.`
  if (line.outcome === 'recipe' && decision === 'accept')
    return `${name} is told as kept by the recipe, and ${LEDGER} says that ${standing?.reviewer} accepted it.`
  if (line.outcome === 'pair') return `${name} is told as a pair, and is one example.`
  if (line.outcome === 'accepted' && line.seq !== standing?.opinions.at(-1)?.seq)
    return `${name} is told as accepted by entry ${line.seq}; by ${LEDGER} it is entry ${standing?.opinions.at(-1)?.seq}.`
  const by = standing?.opinions.map(({ reviewer }) => reviewer) ?? []
  return line.outcome === 'accepted' && JSON.stringify([...line.by].sort()) !== JSON.stringify(by.sort())
    ? `${name} is told as accepted by others than ${LEDGER} names.`
    : null
}

function pairProblem(line: IndexLine, pairs: ReadonlySet<string>): string | null {
  return pairs.has(JSON.stringify(line.ids)) ? null : `The pair ${nameOf(line)} does not stand by ${LEDGER}.`
}
