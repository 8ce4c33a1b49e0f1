import { type FaultError, fault, type RowHints } from '#record'
import { layoutOf } from './layout-of.ts'
import { mapNames, mappingNote, type Wanted } from './map-names.ts'
import { globTest } from './match-glob.ts'
import type { CardSplit } from './read-card.ts'

/** A file with what its place says; `isListed` is false for a file that a card with configs does not name. */
export interface PlacedFile extends RowHints {
  path: string
  isListed: boolean
}

/** Files with their places, and in sentences what finding them took. */
export interface Placement {
  files: PlacedFile[]
  notes: string[]
}

/**
 * Gives every path its config and split, the card's word before the path's, and keeps the wanted ones. A file named by several configs goes to
 * the first that fits what is wanted. Names that nothing has are looked for as harness and model in the paths, and a note says what was found.
 * `above` is what a path lacks in front to tell its layout, for a source that is one file deep in it.
 * @throws Fault `bad-input` naming the allowed values when nothing has the wanted config or split.
 */
export function placeFiles(paths: string[], card: CardSplit[], wanted: Wanted, above = ''): Placement {
  const places = hintsOf(paths, card, above)
  const hints = places.flatMap((place) => place.hints)
  if (!hasWish(wanted) || hints.some((hint) => fits(hint, wanted)))
    return { files: places.flatMap((place) => placed(place, wanted)), notes: [] }
  const mapped = mapNames(places, wanted, above)
  if (mapped.length === 0) throw unknownName(hints, wanted)
  const files = mapped.map(({ path, config, split }): PlacedFile => ({ path, config, split, isListed: true }))
  return { files, notes: [mappingNote(mapped, wanted)] }
}

interface Place {
  path: string
  /** None for a file that the card does not name. */
  hints: RowHints[]
}

function hintsOf(paths: string[], card: CardSplit[], above: string): Place[] {
  const rules = card.map((entry) => ({ ...entry, isMatch: globTest(entry.pattern) }))
  const covers = (rule: (typeof rules)[number], path: string): boolean => rule.isMatch(path) || path.startsWith(`${rule.pattern}/`)
  const isCarded = paths.some((path) => rules.some((rule) => covers(rule, path)))
  return paths.map((path) => {
    if (!isCarded) return { path, hints: [layoutOf(above + path)?.hints ?? { config: null, split: null }] }
    return { path, hints: rules.filter((rule) => covers(rule, path)).map(({ config, split }) => ({ config, split })) }
  })
}

function placed({ path, hints }: Place, wanted: Wanted): PlacedFile[] {
  if (hints.length === 0) return hasWish(wanted) ? [] : [{ path, config: null, split: null, isListed: false }]
  const fitting = hints.find((hint) => fits(hint, wanted))
  return fitting ? [{ path, ...fitting, isListed: true }] : []
}

function hasWish(wanted: Wanted): boolean {
  return wanted.config !== undefined || wanted.split !== undefined
}

function fits(hint: RowHints, wanted: Wanted): boolean {
  return (wanted.config ?? hint.config) === hint.config && (wanted.split ?? hint.split) === hint.split
}

function unknownName(hints: RowHints[], wanted: Wanted): FaultError {
  const configs = new Set(hints.map((hint) => hint.config ?? '(none)'))
  const isConfigKnown = wanted.config === undefined || configs.has(wanted.config)
  const inConfig = hints.filter((hint) => (wanted.config ?? hint.config) === hint.config)
  const [what, value, allowed] = isConfigKnown
    ? (['split', wanted.split, new Set(inConfig.map((hint) => hint.split ?? '(none)'))] as const)
    : (['config', wanted.config, configs] as const)
  const within = what === 'split' && wanted.config !== undefined ? ` in config "${wanted.config}"` : ''
  return fault('bad-input', `There is no ${what} "${value}"${within}; known are: ${[...allowed].join(', ')}.`, {
    culprit: value,
    remedy: `Choose one of them, or leave the ${what} out.`,
  })
}
