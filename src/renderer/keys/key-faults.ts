import { CATALOGUE } from './catalogue.ts'
import { conflictsOf, conflictWords } from './key-conflicts.ts'
import { type KeyChoice, type KeyMap, keyMapOf } from './key-map.ts'
import { isPreset, type PresetId } from './presets.ts'

/** Keys that always do what they do on every page: leave, and move the focus. */
const FIXED = ['Escape', 'Tab', 'Shift+Tab', 'F6', 'Shift+F6']

/** What Backspace may stand for: it takes back and never decides. */
const UNDO = 'u'

/** Why a key cannot stand for one of Winnow's own; null when it can. `shown` writes a key as people see it. */
export function keyFault(own: string, key: string, shown: (key: string) => string): string | null {
  if (FIXED.includes(key)) return `${shown(key)} stays what it is on every page: choose another key.`
  if (/(^|[+ ])Backspace$/.test(key) && own !== UNDO) return `${shown(key)} may only undo: a slip in a text must never decide.`
  if (key === 'Delete' && own !== UNDO && own !== 'Delete') return `${shown(key)} may only undo, or remove a step.`
  return null
}

/** Why a choice of keys cannot be kept: a key that may not be used, or one for two things; null when it can. */
export function choiceFault(choice: KeyChoice, shown: (key: string) => string): string | null {
  for (const [own, keys] of Object.entries(choice.custom)) {
    const fault = keys.map((key) => keyFault(own, key, shown)).find((one) => one !== null)
    if (fault) return fault
  }
  return mapFault(keyMapOf(choice), shown)
}

/** The first two things that one key would do; null when there are none. */
export function mapFault(map: KeyMap, shown: (key: string) => string): string | null {
  const [conflict] = conflictsOf(map)
  return conflict ? conflictWords(conflict, shown) : null
}

/** Reads keys that were copied from another machine. Throws an Error that says what is wrong with the text. */
export function readKeyChoice(text: string): { preset: PresetId; custom: Record<string, string[]> } {
  const value: unknown = parse(text)
  if (!isRecord(value) || !isPreset(value.preset))
    throw new Error('This is not a set of keys: it needs "preset" and "custom", as Export writes them.')
  const custom = isRecord(value.custom) ? Object.entries(value.custom) : []
  const known = new Set(CATALOGUE.map(({ key }) => key))
  return {
    preset: value.preset,
    custom: Object.fromEntries(
      custom.map(([own, keys]) => {
        if (!known.has(own)) throw new Error(`Winnow has no key “${own.slice(0, 40)}”.`)
        if (!isKeys(keys)) throw new Error(`The keys of “${own}” must be a list such as ["a", "Mod+Enter", "g 2"].`)
        return [own, keys]
      }),
    ),
  }
}

/** Writes them. */
export function writeKeyChoice({ preset, custom }: KeyChoice): string {
  return JSON.stringify({ preset, custom }, null, 2)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('This is not JSON.')
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const MOST_KEYS = 5

function isKeys(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_KEYS && value.every((key) => typeof key === 'string' && KEY.test(key))
}

/** One key with what is held, or two one after the other. */
const KEY = /^(?:Mod\+)?(?:Alt\+)?(?:Shift\+)?[^\s]{1,20}(?: (?:Mod\+)?(?:Alt\+)?(?:Shift\+)?[^\s]{1,20})?$/u
