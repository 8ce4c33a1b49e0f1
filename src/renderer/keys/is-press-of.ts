import { personKeys } from './key-store.ts'
import { type KeyPress, nameOfPress } from './match-key.ts'

/** True when a press is what the person has for one of Winnow's keys: for layers, which answer their keys themselves. */
export function isPressOf(press: KeyPress, key: string): boolean {
  return personKeys(key).includes(nameOfPress(press))
}
