import type { RowHints } from '#record'
import { type Layout, layoutOf } from './layout-of.ts'

/** The part of a source a person asked for. */
export interface Wanted {
  config?: string
  split?: string
}

/** A file found by names its card does not have. */
export interface MappedFile extends RowHints {
  path: string
  /** The folder that stands for the names. */
  place: string
}

/** Shorter names say too little to be taken for the beginning of another. */
const SHORTEST = 3

/**
 * Reads a config as a harness and a split as a model, which is what the first releases called them, and finds the files by their folders:
 * `openhands` and `minimax_m25` are `data/openhands/MiniMax-M2.5`. A name that is one of the card's own is taken as such. The rows are
 * then called as asked.
 */
export function mapNames(files: readonly { path: string; hints: readonly RowHints[] }[], wanted: Wanted, above: string): MappedFile[] {
  const laid = files.flatMap(({ path, hints }) => {
    const layout = layoutOf(above + path)
    return layout ? hints.map((hint) => ({ path, layout, hint })) : []
  })
  const ofHarness = laid.filter(({ layout, hint }) => isAny(wanted.config, layout.harness, hint.config))
  const isModel = modelTest(
    wanted.split,
    ofHarness.map(({ layout }) => layout.model),
  )
  const found = ofHarness.filter(({ layout, hint }) => isAny(wanted.split, hint.split) || isModel(layout))
  const byPath = new Map(found.map((file) => [file.path, file]))
  return [...byPath.values()].map(({ path, layout }) => ({
    path,
    config: wanted.config ?? layout.harness,
    split: wanted.split ?? layout.model,
    place: layout.place,
  }))
}

/** How names were read, as a sentence: `openhands/minimax_m25 was read as data/openhands/MiniMax-M2.5 (14 files).` */
export function mappingNote(files: readonly MappedFile[], { config, split }: Wanted): string {
  const counts = new Map<string, number>()
  for (const { place } of files) counts.set(place, (counts.get(place) ?? 0) + 1)
  const places = [...counts].map(([place, count]) => `${place} (${count} ${count === 1 ? 'file' : 'files'})`)
  return `${[config, split].filter((name) => name !== undefined).join('/')} was read as ${places.join(', ')}.`
}

function isAny(asked: string | undefined, ...names: (string | null)[]): boolean {
  return asked === undefined || names.includes(asked)
}

/** Two names are of one model when they are spelled the same but for signs and case, else when one begins like the whole other. */
function modelTest(asked: string | undefined, models: readonly string[]): (layout: Layout) => boolean {
  if (asked === undefined) return () => true
  const name = plain(asked)
  const isSpelled = models.some((model) => plain(model) === name)
  return ({ model }) => (isSpelled ? plain(model) === name : beginsAlike(plain(model), name))
}

function beginsAlike(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= SHORTEST && (one.startsWith(other) || other.startsWith(one))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
