/** A key with what it does. `name` is the visible control's label too. */
export interface KeyBinding {
  /** As typed: 'a', 'Shift+J', 'Mod+K' (Ctrl or Cmd), 'Escape', '?'; 'g b' is one after the other. */
  key: string
  name: string
  /** Heading in the `?` sheet. */
  group: string
  /** Holding the key down runs it again and again: for moving, never for deciding. */
  repeats?: boolean
  run: () => void
}

/** Keys of the open screens, newest first; a later one shadows an earlier one of the same key. */
const bindings = new Set<readonly KeyBinding[]>()
const listeners = new Set<() => void>()
let snapshot: readonly KeyBinding[] = []

/** Adds bindings until the returned function is called. */
export function registerKeys(added: readonly KeyBinding[]): () => void {
  bindings.add(added)
  publish()
  return () => {
    bindings.delete(added)
    publish()
  }
}

/** All bindings in force, the newest first: the same array until something changes. */
export function activeKeys(): readonly KeyBinding[] {
  return snapshot
}

/** Calls back after every change. */
export function subscribeKeys(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function publish(): void {
  snapshot = [...bindings].reverse().flat()
  for (const listener of listeners) listener()
}
