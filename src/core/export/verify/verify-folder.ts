import { CARD, LEDGER, OVERRIDES } from '../card/closing-files.ts'
import { MANIFEST } from '../owned-files.ts'
import { ROW_NOTES } from '../row-index.ts'
import { checkCard } from './check-card.ts'
import { checkDecisions } from './check-decisions.ts'
import { type CheckProgress, checkFiles, isPlainName } from './check-files.ts'
import { checkLedger, type KnownEntry } from './check-ledger.ts'
import { checkRows } from './check-rows.ts'
import { checkSplits } from './check-splits.ts'
import { checkNotes, checkSums } from './check-sums.ts'
import { hasRowLines, type IndexLine, ROW_INDEX } from './index-line.ts'
import type { Manifest } from './manifest-schema.ts'
import { Problems } from './problems.ts'
import { readIndex } from './read-index.ts'
import { readManifest } from './read-manifest.ts'

/** What an export's folder proves by itself, and what is in it for whoever can prove more. */
export interface VerifiedFolder {
  dir: string
  problems: Problems
  /** Null where it cannot be used; then nothing else was looked at. */
  manifest: Manifest | null
  index: IndexLine[]
  /** Ids, as a list of JSON, of what the notes say was left out. */
  leftOut: Set<string>
}

/**
 * Everything an export's folder proves without the workspace that made it: that its files are those that were written, that each row is in its place, that
 * nothing is in two splits, that the ledger's chain holds and ends where it did, that what people said is what left, and that all numbers add up. Files are
 * read as streams, twice at most; of rows only hashes are kept, and of the ledger what is not `known`.
 *
 * @throws FaultError as {@link readManifest} does; the signal's reason
 */
export async function* verifyFolder(
  dir: string,
  { signal, known = () => undefined }: { signal?: AbortSignal; known?: KnownEntry } = {},
): AsyncGenerator<CheckProgress, VerifiedFolder> {
  const problems = new Problems()
  const manifest = await readManifest(dir, problems)
  if (!manifest) return { dir, problems, manifest, index: [], leftOut: new Set() }
  const prints = yield* checkFiles(dir, manifest, { problems, signal, withLines: (path) => hasRowLines(path) && isPlainName(path) })
  for (const name of [ROW_INDEX, ROW_NOTES, LEDGER, OVERRIDES, CARD]) {
    if (!manifest.files.some(({ path }) => path === name))
      problems.add('manifest', MANIFEST, `The manifest does not list ${name}, which every export has.`)
  }
  const index = prints.has(ROW_INDEX) ? await readIndex(dir, problems, signal) : []
  if (prints.has(ROW_INDEX)) {
    checkRows(index, prints, problems)
    checkSplits(index, manifest, problems)
    checkSums(manifest, index, prints, problems)
  }
  const leftOut = prints.has(ROW_NOTES) ? await checkNotes(dir, manifest, problems, signal) : new Set<string>()
  const ledger = prints.has(LEDGER) ? await checkLedger(dir, manifest, problems, { signal, known }) : []
  if (prints.has(LEDGER)) await checkDecisions(index, ledger, manifest, problems)
  if (prints.has(CARD)) await checkCard(dir, manifest, problems)
  return { dir, problems, manifest, index, leftOut }
}
