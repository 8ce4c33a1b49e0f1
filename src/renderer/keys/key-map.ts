import { PRESETS, type PresetId } from './presets.ts'

/** By Winnow's own key, the keys that stand for it here, the one to show first; none: it is switched off. A key that is not in it stands for itself. */
export type KeyMap = ReadonlyMap<string, readonly string[]>

/** What a person has chosen, as the settings keep it. */
export interface KeyChoice {
  preset: PresetId
  custom: Readonly<Record<string, readonly string[]>>
}

/** The preset with the person's own keys over it. */
export function keyMapOf({ preset, custom }: KeyChoice): KeyMap {
  return new Map([...Object.entries(PRESETS[preset].keys), ...Object.entries(custom)])
}

/** The keys that stand for one of Winnow's. */
export function keysFor(map: KeyMap, key: string): readonly string[] {
  return map.get(key) ?? [key]
}

/** The choice with other keys for one of Winnow's; null brings back the preset's. */
export function withKeys(
  choice: KeyChoice,
  key: string,
  keys: readonly string[] | null,
): { preset: PresetId; custom: Record<string, string[]> } {
  const { preset } = choice
  const custom = Object.fromEntries(Object.entries(choice.custom).map(([own, others]) => [own, [...others]]))
  delete custom[key]
  const isPresets = keys === null || sameKeys(keys, keysFor(keyMapOf({ preset, custom: {} }), key))
  return { preset, custom: isPresets ? custom : { ...custom, [key]: [...keys] } }
}

function sameKeys(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i])
}
