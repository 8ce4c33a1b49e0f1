import type { QueueDefinition } from '#record'

/** A queue of everything as it is stored, but for what is given. */
export function aQueue(given: Partial<QueueDefinition> = {}): QueueDefinition {
  return {
    name: 'A queue',
    order: 'stored',
    selection: {},
    sort: null,
    onlyUndecided: false,
    onlyUnlabelled: false,
    size: 1_000,
    seed: 1,
    per: null,
    doubleShare: 0,
    isBlind: false,
    ...given,
  }
}
