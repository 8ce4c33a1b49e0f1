import { keyParts } from './key-name.ts'

/** A key as people see it on their keyboard: `Mod+K` is "Ctrl K", on a Mac "⌘ K". */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className="kbd">{keyParts(keys).join(' ')}</kbd>
}
