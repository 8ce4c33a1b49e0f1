import { join } from 'node:path'
import { OVERRIDES, RECIPE } from '../card/closing-files.ts'
import { NoteCounts } from '../note-counts.ts'
import { MANIFEST } from '../owned-files.ts'
import { ROW_NOTES } from '../row-index.ts'
import { byFile } from './check-rows.ts'
import { hasRowLines, type IndexLine, ROW_INDEX } from './index-line.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Problems } from './problems.ts'
import type { FilePrint } from './read-lines.ts'
import { readLines } from './read-lines.ts'

/** Holds what the manifest counts against what is there to be counted. */
export function checkSums(
  manifest: Manifest,
  index: readonly IndexLine[],
  prints: ReadonlyMap<string, FilePrint>,
  problems: Problems,
): void {
  const say = (message: string) => problems.add('manifest', MANIFEST, message)
  const { counts, chosen, rows, leaving, tokens, people, recipe, files } = manifest
  const listed = new Map(files.map((file) => [file.path, file]))
  const written = sum(Object.values(rows))
  const met = rowsBySplit(index)
  if (!isSame(rows, met)) say(`The manifest counts ${told(rows)} rows; ${ROW_INDEX} has ${told(met)}.`)
  if (chosen.units < written) say(`The manifest lets ${chosen.units} leave and has ${written} rows.`)
  if (manifest.target !== manifest.plan.target) say('The manifest names one target, its plan another.')
  for (const [file, lines] of byFile(index)) {
    const rowsThere = listed.get(file)?.rows
    if (rowsThere !== lines.length) say(`The manifest gives ${file} ${rowsThere ?? 'no'} rows; ${ROW_INDEX} has ${lines.length}.`)
  }
  for (const { path, rows: count } of files) {
    const lines = hasRowLines(path) ? prints.get(path)?.lines.length : undefined
    if (lines !== undefined && lines !== count) say(`The manifest gives ${path} ${count} rows; it has ${lines}.`)
  }
  for (const [name, values] of Object.entries({
    languages: leaving.languages,
    harnesses: leaving.harnesses,
    licenses: leaving.licenses,
    models: leaving.models,
  })) {
    if (sum(values.map(({ examples }) => examples)) !== written) say(`The manifest's ${name} do not add up to its ${written} rows.`)
  }
  if (sum(leaving.lengths.map((bin) => bin.rows)) > written) say("The manifest's lengths are of more rows than it has.")
  if (tokens && manifest.plan.splits && sum(Object.values(tokens.by_split)) !== tokens.total)
    say("The manifest's tokens by split do not add up to its total.")
  const kept = (counts.kept_by_recipe ?? 0) + (counts.accepted_against_recipe ?? 0) + (counts.accepted_with_recipe ?? 0)
  if (kept !== counts.kept) say(`The manifest's counts do not add up: ${kept} are kept by recipe or people, ${counts.kept} in all.`)
  if ((recipe?.sha256 ?? null) !== (listed.get(RECIPE)?.sha256 ?? null))
    problems.add('recipe', RECIPE, `${RECIPE} is not the recipe the manifest names.`)
  const against = listed.get(OVERRIDES)?.rows ?? 0
  if (against !== people.overrides.against)
    say(`The manifest counts ${people.overrides.against} decisions against the recipe; ${OVERRIDES} lists ${against}.`)
}

/** Counts the notes of rows again. Returns what they say was left out: ids as a list of JSON. */
export async function checkNotes(
  dir: string,
  { notes }: Pick<Manifest, 'notes'>,
  problems: Problems,
  signal: AbortSignal | undefined,
): Promise<Set<string>> {
  const counts = new NoteCounts()
  const leftOut = new Set<string>()
  let ids = ''
  let held: Parameters<NoteCounts['add']>[0][number][] = []
  const flush = () => {
    if (held.length > 0) counts.add(held)
    held = []
  }
  for await (const { number, text } of readLines(join(dir, ROW_NOTES), signal)) {
    const note = noteOf(text)
    if (!note) {
      problems.add('row', `${ROW_NOTES}:${number}`, `Line ${number} of ${ROW_NOTES} cannot be read.`)
      continue
    }
    if (note.ids !== ids) flush()
    ids = note.ids
    held.push(note.note)
    if (note.note.kind === 'left-out') leftOut.add(note.ids)
  }
  flush()
  if (JSON.stringify(counts.list()) !== JSON.stringify(notes))
    problems.add('manifest', MANIFEST, `What the manifest counts of notes is not what ${ROW_NOTES} has.`)
  return leftOut
}

function noteOf(text: string | null): { ids: string; note: Parameters<NoteCounts['add']>[0][number] } | null {
  try {
    const { ids, ...note } = JSON.parse(text ?? '')
    return Array.isArray(ids) && Array.isArray(note.messages) ? { ids: JSON.stringify(ids), note } : null
  } catch {
    return null
  }
}

/** A row that is in two files counts once. */
function rowsBySplit(index: readonly IndexLine[]): Manifest['rows'] {
  const counts: Manifest['rows'] = {}
  const seen = new Set<string>()
  for (const { ids, split } of index) {
    const key = JSON.stringify(ids)
    if (seen.has(key)) continue
    seen.add(key)
    const under = split ?? 'all'
    counts[under] = (counts[under] ?? 0) + 1
  }
  return counts
}

function isSame(a: Manifest['rows'], b: Manifest['rows']): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key as 'all'] ?? 0) === (b[key as 'all'] ?? 0))
}

function told(rows: Manifest['rows']): string {
  return (
    Object.entries(rows)
      .map(([split, count]) => `${split} ${count}`)
      .join(', ') || 'no'
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
