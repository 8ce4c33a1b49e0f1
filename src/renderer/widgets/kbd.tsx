import { usePersonKeys } from '../keys/key-store.ts'
import { keyParts } from './key-name.ts'

/** One of Winnow's keys as it is on this person's keyboard: `Mod+K` is "Ctrl K", on a Mac "⌘ K", and what they put in its place if they did. Nothing when it is switched off. */
export function Kbd({ keys }: { keys: string }) {
  const [first] = usePersonKeys(keys)
  return first === undefined ? null : <KbdOf keys={first} />
}

/** A key as it is, not translated. */
export function KbdOf({ keys }: { keys: string }) {
  return <kbd className="kbd">{keyParts(keys).join(' ')}</kbd>
}
