import { join } from 'node:path'
import type { LedgerEntry } from '#record'
import { ChainWalk, readLine } from '#review'
import { LEDGER } from '../card/closing-files.ts'
import { MANIFEST } from '../owned-files.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Problems } from './problems.ts'
import { readLines } from './read-lines.ts'

/** An entry that is at hand already, by its seq: a copy of a large ledger need not be in memory a second time. */
export type KnownEntry = (seq: number) => LedgerEntry | undefined

/** Holds the ledger that was shipped against itself and against the head that the manifest names. Returns its entries, as far as they can be read. */
export async function checkLedger(
  dir: string,
  { ledger_head }: Pick<Manifest, 'ledger_head'>,
  problems: Problems,
  { signal, known }: { signal: AbortSignal | undefined; known: KnownEntry },
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  const walk = new ChainWalk()
  for await (const { text } of readLines(join(dir, LEDGER), signal)) {
    const line = readLine({ seq: null, text: text ?? '' })
    walk.add(line)
    if (line.entry) entries.push(line.isIntact ? sameAs(line.entry, known) : line.entry)
  }
  const { entries: lines, problems: found } = walk.end()
  for (const { seq, problem } of found) problems.add('ledger', `${LEDGER}:${seq}`, problem)
  checkHead(entries, lines, ledger_head, problems)
  return entries
}

/** What an intact entry says its hash stands for. */
function sameAs(entry: LedgerEntry, known: KnownEntry): LedgerEntry {
  const here = known(entry.seq)
  return here?.hash === entry.hash ? here : entry
}

function checkHead(entries: readonly LedgerEntry[], lines: number, head: Manifest['ledger_head'], problems: Problems): void {
  const newest = entries.at(-1)
  const count = head?.entries ?? 0
  if (newest?.hash === head?.hash && newest?.seq === head?.seq && lines === count) {
    const latest = entries.reduce((last, { time }) => (time > last ? time : last), '')
    if (head && latest !== head.time)
      problems.add('manifest', MANIFEST, `The newest entry of ${LEDGER} is of ${latest}; the manifest says ${head.time}.`)
    return
  }
  const last = head ? entries.findIndex(({ hash }) => hash === head.hash) : -1
  const added = head && last < 0 ? 0 : entries.length - last - 1
  if (added > 0) {
    const by = [...new Set(entries.slice(last + 1).map(({ reviewer }) => reviewer))].slice(0, 3).join(', ')
    problems.add(
      'ledger',
      `${LEDGER}:${last + 2}`,
      `${some(added)} added to ${LEDGER} after the export (by ${by}): the manifest ends at entry ${head?.seq ?? 0}.`,
    )
  } else
    problems.add(
      'ledger',
      LEDGER,
      `${LEDGER} does not end at the entry the manifest names (${head ? `entry ${head.seq}, ${head.hash.slice(0, 12)}…` : 'none'}): it has ${lines} of ${count}.`,
    )
}

function some(entries: number): string {
  return entries === 1 ? '1 entry was' : `${entries.toLocaleString('en-US')} entries were`
}
