import type { z } from 'zod'
import type { verifyEvent } from '#contract'
import type { ChosenUnit, IndexLine, VerifiedFolder } from '#export'
import { FaultError } from '#record'
import type { Desk } from '../../desk.ts'
import { MEASURED } from '../../query-of.ts'
import { type RemadeRow, remakeRows } from '../remake-rows.ts'
import { planOfManifest } from './plan-of-manifest.ts'

/** Rows between two reports of progress. */
const REPORT_EVERY = 25

/**
 * Makes every shipped row anew, with the edits of the ledger as it was, and compares it by its hash. Returns the ids, as a list of JSON, of rows that are
 * others now and that people spoke about since: a format may say who decided.
 */
export async function* verifyRemade(
  desk: Desk,
  folder: VerifiedFolder,
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof verifyEvent>, Set<string>> {
  const { manifest, problems, index } = folder
  const plan = planOfManifest(folder)
  const spokenOf = new Set<string>()
  if (!plan || !manifest) return spokenOf
  const written = linesByUnit(index)
  const here = await rowsHere(desk, signal)
  const units = [...written.values()].flatMap(([line]) => (line && isHere(line, here, folder) ? [unitOf(line)] : []))
  const head = manifest.ledger_head?.seq ?? 0
  const ledger = desk.session.ledger.slice(0, head)
  const named = new Set(desk.session.ledger.slice(head).map(({ exampleId }) => exampleId))
  let done = 0
  try {
    for await (const row of remakeRows(desk, plan, { units, ledger }, signal)) {
      const key = JSON.stringify(row.ids)
      const wrong = differencesOf(row, written.get(key) ?? [])
      if (wrong.length > 0 && row.ids.some((id) => named.has(id))) spokenOf.add(key)
      else for (const { where, message } of wrong) problems.add('row', where, message)
      done += 1
      if (done % REPORT_EVERY === 0) yield { kind: 'progress', done, total: units.length, file: 'rows made anew' }
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof FaultError)) throw error
    problems.add('source', 'rows.jsonl', `Rows could not be made anew: ${error.fault.message}`)
  }
  return spokenOf
}

/** The lines of each unit, one a file. */
function linesByUnit(index: readonly IndexLine[]): Map<string, IndexLine[]> {
  const units = new Map<string, IndexLine[]>()
  for (const line of index) {
    const key = JSON.stringify(line.ids)
    const lines = units.get(key)
    if (lines) lines.push(line)
    else units.set(key, [line])
  }
  return units
}

/** Content hashes of what is measured. */
async function rowsHere({ session }: Desk, signal: AbortSignal): Promise<Map<string, string>> {
  const here = new Map<string, string>()
  for await (const { id, contentHash } of session.workspace.analysis.rows(MEASURED, null, { measures: [] })) {
    signal.throwIfAborted()
    here.set(id, contentHash)
  }
  return here
}

function isHere({ ids, content_hashes, file, line }: IndexLine, here: ReadonlyMap<string, string>, { problems }: VerifiedFolder): boolean {
  for (const [at, id] of ids.entries()) {
    const hash = here.get(id)
    if (hash === content_hashes[at]) continue
    problems.add(
      'source',
      `${file}:${line}`,
      hash === undefined ? `${id} is not in this workspace.` : `${id} is another row here than the one that left.`,
    )
    return false
  }
  return true
}

function unitOf({ ids: [first = '', second], split }: IndexLine): ChosenUnit {
  return { ids: second === undefined ? [first] : [first, second], split }
}

function differencesOf({ ids, rows }: RemadeRow, lines: readonly IndexLine[]): { where: string; message: string }[] {
  const name = ids.join(' over ')
  return lines.flatMap(({ file, line, sha256 }) => {
    const made = rows.find((row) => row.file === file)
    if (made?.sha256 === sha256) return []
    const message = made
      ? `The row of ${name}, made anew, is another: the plan, the index or what makes rows was changed.`
      : `The row of ${name} would be left out by the plan of the manifest.`
    return [{ where: `${file}:${line}`, message }]
  })
}
