import type { VerifiedFolder } from '#export'
import type { Desk } from '../../desk.ts'
import { sourceAddress } from '../source-address.ts'

/**
 * True when this workspace made an export, as far as can be told: the entry its ledger ended at is in the ledger here (or nobody had decided, and its sources
 * are here), and so is an example of it.
 */
export async function isOfThisWorkspace({ session }: Desk, { manifest, index }: VerifiedFolder): Promise<boolean> {
  if (!manifest) return false
  const { record } = session.workspace
  const head = manifest.ledger_head
  const sources = new Map(record.sources().map(({ id, uri }) => [id, sourceAddress(uri)]))
  const isKnown = head
    ? session.ledger.some(({ seq, hash }) => seq === head.seq && hash === head.hash)
    : manifest.sources.length > 0 && manifest.sources.every(({ id, uri }) => sources.get(id) === uri)
  return isKnown && (index.length === 0 || index.some(({ ids }) => ids.some((id) => record.place(id) !== undefined)))
}
