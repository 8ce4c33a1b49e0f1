import { fault, type RowHints } from '#record'
import { globToRegExp } from './match-glob.ts'
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

/** The part of a source a person asked for. */
export interface Wanted {
  config?: string
  split?: string
}

const HARNESS = 'openhands|sweagent|minisweagent'
/** `data/<model>_<harness>_trajectories/...`: the first releases. */
const MODEL_HARNESS = new RegExp(`(?:^|/)([^/]+)_(${HARNESS})_trajectories/[^/]+$`)
/** `data/<harness>/<model>/<task set>/...`: the current layout. */
const HARNESS_MODEL = new RegExp(`(?:^|/)(${HARNESS})/[^/]+/[^/]+/[^/]+$`)

/** Config and split of a path in the layouts the dataset has had; nulls elsewhere. */
function hintsOfPath(path: string): RowHints {
  const first = MODEL_HARNESS.exec(path)
  if (first) return { config: first[2] ?? null, split: first[1] ?? null }
  return { config: null, split: HARNESS_MODEL.exec(path)?.[1] ?? null }
}

/**
 * Gives every path its config and split, the card's word before the path's, and keeps the wanted ones. A file named by several configs goes to
 * the first that fits what is wanted. `above` is what a path lacks in front to tell its layout, for a source that is one file deep in it.
 * @throws Fault `bad-input` naming the allowed values when nothing has the wanted config or split.
 */
export function placeFiles(paths: string[], card: CardSplit[], wanted: Wanted, above = ''): Placement {
  const rules = card.map((entry) => ({ ...entry, test: globToRegExp(entry.pattern) }))
  const covers = (rule: (typeof rules)[number], path: string): boolean => rule.test.test(path) || path.startsWith(`${rule.pattern}/`)
  const isCarded = paths.some((path) => rules.some((rule) => covers(rule, path)))
  const places = paths.map((path) => {
    const hints = isCarded ? rules.filter((rule) => covers(rule, path)) : [hintsOfPath(above + path)]
    return { path, hints: hints.map(({ config, split }): RowHints => ({ config, split })) }
  })
  checkWanted(
    places.flatMap((place) => place.hints),
    wanted,
  )
  const files = places.flatMap(({ path, hints }): PlacedFile[] => {
    if (hints.length === 0) return hasWish(wanted) ? [] : [{ path, config: null, split: null, isListed: false }]
    const fitting = hints.find((hint) => fits(hint, wanted))
    return fitting ? [{ path, ...fitting, isListed: true }] : []
  })
  return { files, notes: [] }
}

function hasWish(wanted: Wanted): boolean {
  return wanted.config !== undefined || wanted.split !== undefined
}

function fits(hint: RowHints, wanted: Wanted): boolean {
  return (wanted.config ?? hint.config) === hint.config && (wanted.split ?? hint.split) === hint.split
}

function checkWanted(hints: RowHints[], wanted: Wanted): void {
  if (!hasWish(wanted) || hints.some((hint) => fits(hint, wanted))) return
  const configs = new Set(hints.map((hint) => hint.config ?? '(none)'))
  const isConfigKnown = wanted.config === undefined || configs.has(wanted.config)
  const inConfig = hints.filter((hint) => (wanted.config ?? hint.config) === hint.config)
  const [what, value, allowed] = isConfigKnown
    ? (['split', wanted.split, new Set(inConfig.map((hint) => hint.split ?? '(none)'))] as const)
    : (['config', wanted.config, configs] as const)
  const within = what === 'split' && wanted.config !== undefined ? ` in config "${wanted.config}"` : ''
  throw fault('bad-input', `There is no ${what} "${value}"${within}; known are: ${[...allowed].join(', ')}.`, {
    culprit: value,
    remedy: `Choose one of them, or leave the ${what} out.`,
  })
}
