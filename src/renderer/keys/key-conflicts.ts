import { actionsByKey, type KeyAction } from './catalogue.ts'
import { type KeyMap, keysFor } from './key-map.ts'

/** Two things that one key would do in one place. */
export interface KeyConflict {
  key: string
  first: KeyAction
  second: KeyAction
}

/**
 * Where a map puts two live actions of one screen on one key, or one on the first half of another's pair. What shares a key in Winnow's own map
 * shares it on purpose: the inner one goes before.
 */
export function conflictsOf(map: KeyMap): KeyConflict[] {
  const taken = [...actionsByKey()].flatMap(([own, actions]) => keysFor(map, own).map((key) => ({ own, key, actions })))
  return taken.flatMap((one, i) =>
    taken.slice(i + 1).flatMap((other) => {
      if (one.own === other.own || !clash(one.key, other.key)) return []
      const pair = one.actions.flatMap((first) =>
        other.actions.filter((second) => meet(first, second)).map((second) => ({ first, second })),
      )[0]
      return pair ? [{ key: other.key, ...pair }] : []
    }),
  )
}

/** "X would be both Reject and Accept." */
export function conflictWords({ key, first, second }: KeyConflict, shown: (key: string) => string): string {
  return `${shown(key)} would be both “${first.name}” and “${second.name}”.`
}

function clash(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)
}

function meet(first: KeyAction, second: KeyAction): boolean {
  const isEverywhere = first.screens.length === 0 || second.screens.length === 0
  return isEverywhere || first.screens.some((screen) => second.screens.includes(screen))
}
