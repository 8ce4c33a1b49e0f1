import { stat } from 'node:fs/promises'
import { FaultError, fault, type LedgerEntry, toFault } from '#record'
import { readOther } from '#review'
import { type KeptRecipe, readOtherLedger } from '#store'
import type { PackHeader } from './pack-format.ts'
import { packLines } from './pack-lines.ts'

/** Long enough that no two packs are alike, as short as the ids of queues. */
const ID_LENGTH = 12

/** Somebody else's ledger, checked, with the recipes its entries were made under. */
export interface OtherLedger {
  entries: LedgerEntry[]
  recipes: (KeptRecipe & { hash: string })[]
}

/** A pack that has been read to its end once: it is whole, and its ledger holds. */
export interface CheckedPack {
  header: PackHeader
  /** A short name for this very pack: the beginning of the sha256 over its lines. */
  id: string
  /** Null when it carries none. */
  ledger: OtherLedger | null
}

/**
 * The ledger of a review pack, or of another workspace's folder.
 *
 * @throws FaultError `not-found`, `unreadable`, or `bad-input` for what carries no ledger or one that does not hold
 */
export async function otherLedger(path: string, signal: AbortSignal): Promise<OtherLedger> {
  if (await isFolder(path)) return ofFolder(path)
  const { ledger } = await checkPack(path, signal)
  if (ledger) return ledger
  throw fault('bad-input', `The pack ${path} carries no ledger.`, {
    culprit: path,
    remedy: 'Ask for it with the ledger in it: winnow pack FILE --ledger-only',
  })
}

/** Reads a pack to its end without doing anything with it. */
export async function checkPack(path: string, signal: AbortSignal): Promise<CheckedPack> {
  let header: PackHeader | null = null
  let id = ''
  const entries: LedgerEntry[] = []
  for await (const line of packLines(path, signal)) {
    if (line.kind === 'header') header = line.header
    if (line.kind === 'entry') entries.push(line.entry)
    if (line.kind === 'end') id = line.sha256.slice(0, ID_LENGTH)
  }
  if (!header) throw new Error('A pack without a header is refused')
  if (!header.ledger) return { header, id, ledger: null }
  const read = readOther(entries.map((entry) => ({ seq: entry.seq, text: JSON.stringify(entry) })))
  return { header, id, ledger: { entries: read, recipes: header.recipes } }
}

function ofFolder(path: string): OtherLedger {
  return readOtherLedger(path, ({ lines, recipe }) => {
    const entries = readOther(lines)
    const hashes = new Set(entries.map(({ recipeHash }) => recipeHash))
    const recipes = [...hashes].flatMap((hash) => {
      const kept = hash === null ? null : recipe(hash)
      return hash !== null && kept ? [{ ...kept, hash }] : []
    })
    return { entries, recipes }
  })
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new FaultError(toFault(error, path), { cause: error })
  }
}
