import type { Selection, Sort } from './selection.ts'

/**
 * In what order a queue shows its examples. `borderline`: verdicts decided by a hair and steps people often overrule first · `random`: a seeded
 * sample · `stratified`: a seeded sample with as many of each group as the others have · `stored`: by the sort, else as stored · `disagreements`: disputed
 * ones, then those where people and the recipe differ · `by-instance`: all attempts at one instance together.
 */
export const QUEUE_ORDERS = ['borderline', 'random', 'stratified', 'stored', 'disagreements', 'by-instance'] as const

/** See {@link QUEUE_ORDERS}. */
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

/** What a queue is made of. Its examples are chosen once, when it is made. */
export interface QueueDefinition {
  name: string
  order: QueueOrder
  selection: Selection
  /** Of `stored`. */
  sort: Sort | null
  /** Leaves out what anybody has decided. */
  onlyUndecided: boolean
  /** Leaves out what the dataset labels. */
  onlyUnlabelled: boolean
  /** Most examples it takes, 1 to {@link MOST_QUEUED}. */
  size: number
  /** Of everything that is drawn by lot. */
  seed: number
  /** Column whose values are the groups of `stratified`. */
  per: string | null
  /** Share of its examples that two people must judge, 0 to 1. */
  doubleShare: number
  /** Verdicts and others' decisions stay hidden until one's own is given. */
  isBlind: boolean
}

/** Most examples in one queue. */
export const MOST_QUEUED = 100_000

/** An example in a queue. */
export interface QueueItem {
  id: string
  /** How many people must judge it: 1, or 2 of the double share. */
  needs: number
  /** Of the row as it is now, '' while nobody has seen it whole; null when the example has gone with its source. */
  contentHash: string | null
}

/** How one reviewer stands in a queue. */
export interface QueueProgress {
  reviewer: string
  decided: number
  /** Skipped and not decided since: they come back at the end. */
  skipped: number
  /** Decisions an hour, pauses of more than ten minutes left out; null below three decisions. */
  pace: number | null
  lastAt: string | null
}

/** A queue and where it stands. */
export interface QueueInfo {
  id: string
  madeAt: string
  definition: QueueDefinition
  total: number
  /** Items whose example has gone with its source: nobody is asked about them. */
  gone: number
  /** Items the asking reviewer has still to judge, skipped ones among them. */
  left: number
  /** Items that need a second opinion, and how many of those have two. */
  doubled: { total: number; done: number }
  reviewers: QueueProgress[]
}

/** Where an example stands in a queue, for the asking reviewer. */
export interface QueuePlace {
  /** From 0; null when it is not in the queue. */
  position: number | null
  total: number
  /** The item before in the queue's order. */
  previous: string | null
  /** The next that the reviewer has still to judge, skipped ones last; null when none is left. */
  next: string | null
  /** Up to three of those that come next, `next` first: what to load ahead. */
  nextIds: string[]
  /** Still to judge, the one asked about not among them. */
  left: number
  decided: number
  skipped: number
  pace: number | null
  isSkipped: boolean
  isBlind: boolean
}
