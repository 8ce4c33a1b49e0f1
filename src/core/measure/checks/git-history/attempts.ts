import type { Example } from '#record'
import type { Attempts } from './attempt.ts'

/** What a run's shell commands reach for. Never throws. */
export function attemptsOf(_example: Example): Attempts {
  return { attempts: [], refused: [], unparsed: [] }
}
