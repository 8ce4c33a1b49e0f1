import { setImmediate } from 'node:timers/promises'
import type { LedgerEntry, Standing } from '#record'
import { byExample, projectStandings } from '#review'
import type { Session } from './session.ts'

/** So many are looked up one by one; for more the whole ledger is walked once. */
const FEW = 100

/** Examples projected in one go: others have their turn between. */
const SLICE = 2_000

/** Where these examples stand by the ledger, in no order; those it never named are left out. */
export async function standingsOf(session: Session, ids: readonly string[]): Promise<Standing[]> {
  if (ids.length <= FEW) return standingsBy(ids.map((id) => session.workspace.record.ledgerOf(id)))
  const asked = new Set(ids)
  const about = byExample(session.ledger.filter(({ exampleId }) => asked.has(exampleId)))
  const standings: Standing[] = []
  for (let at = 0; at < ids.length; at += SLICE) {
    await setImmediate()
    standings.push(...standingsBy(ids.slice(at, at + SLICE).map((id) => about.get(id) ?? [])))
  }
  return standings
}

function standingsBy(entries: readonly (readonly LedgerEntry[])[]): Standing[] {
  return [...projectStandings(entries.flat()).values()]
}
