import type { Attempt } from '../../../../../src/core/measure/checks/git-history/attempt.ts'

/** A flagged command; a test says what matters to it. */
export function buildAttempt(over: Partial<Attempt> = {}): Attempt {
  return {
    messageIndex: 2,
    callIndex: 0,
    at: { messageIndex: 2, field: 'arguments', call: 0, start: 0, end: 0 },
    command: 'git log --all',
    verb: 'log',
    tier: 'banned',
    reach: 'It lists all branches.',
    certainty: 'certain',
    revisions: [],
    ...over,
  }
}
