import type { Definition, Entry, Queue } from '../../../src/renderer/reviewing/types.ts'

/** A queue's definition of which only what matters is said. */
export const definitionOf = (said: Partial<Definition> = {}): Definition => ({
  name: 'Morning',
  order: 'random',
  selection: {},
  sort: null,
  onlyUndecided: false,
  onlyUnlabelled: false,
  size: 100,
  seed: 7,
  per: null,
  doubleShare: 0,
  isBlind: false,
  ...said,
})

/** A queue of which only what matters is said. */
export const queueOf = ({ id = 'q', ...said }: Partial<Queue>): Queue => ({
  id,
  madeAt: '2026-11-01T08:00:00.000Z',
  definition: definitionOf(),
  total: 100,
  gone: 0,
  left: 40,
  doubled: { total: 0, done: 0 },
  reviewers: [],
  ...said,
})

/** A ledger entry of which only what matters is said. */
export const entryOf = (said: Partial<Entry> = {}): Entry => ({
  seq: 1,
  time: '2026-11-01T08:00:00.000Z',
  reviewer: 'Ada',
  exampleId: 'e1',
  contentHash: 'c',
  kind: 'accept',
  reason: null,
  note: null,
  undoes: null,
  recipeHash: null,
  previousHash: '',
  hash: 'h',
  ...said,
})
