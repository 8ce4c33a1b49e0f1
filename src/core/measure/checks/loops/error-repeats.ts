import type { SameAnswer } from './find-loops.ts'
import type { RunEvent } from './run-events.ts'

/**
 * Calls answered by errors, those of one tool and the same arguments together, in a row or not. Of shell commands only those with the same answer and no
 * change of files in between: another error is progress, and a test that fails until the fix is right is no error repeated.
 */
export function errorRepeats(events: readonly RunEvent[], isSameAnswer: SameAnswer): RunEvent[][] {
  const groups: RunEvent[][] = []
  const latest = new Map<string, RunEvent[]>()
  let changes = 0
  let lastChange: number | null = null
  for (const event of events) {
    // The same change made again changes nothing.
    if (event.isEdit && event.action !== lastChange) {
      changes += 1
      lastChange = event.action
    }
    if (event.kind !== 'call' || !event.isFailed) continue
    const key = event.isShell ? `${event.action} ${changes}` : String(event.action)
    const known = latest.get(key)
    const before = known?.at(-1)
    if (known && before && (!event.isShell || isSameAnswer(before, event))) {
      known.push(event)
      continue
    }
    const group = [event]
    groups.push(group)
    latest.set(key, group)
  }
  return groups
}
