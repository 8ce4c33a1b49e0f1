import { fault } from '#record'
import type { StoredQueue } from '#store'
import type { Session } from '../session.ts'
import { type HeldQueue, hear, holdQueue, noteHashes } from './held-queue.ts'
import { createJudgments, type Judgments } from './judgments.ts'

/** While rows keep coming, they are compared with what is held for at most this share of the time. */
const SHARE_COMPARING = 1 / 20

/** Whose queues they are. */
export type QueueSession = Pick<Session, 'workspace' | 'ledger'>

/** What is held of a session's queues. */
export interface HeldQueues {
  judgments: Judgments
  queues: Map<string, HeldQueue>
  /** The state of examples it was compared with, and when it may be again, in ms. */
  state: string
  nextCompare: number
}

const held = new WeakMap<QueueSession, HeldQueues>()

/** The session's queues, brought up to date with its ledger and its examples. */
export function queuesOf(session: QueueSession): HeldQueues {
  const { record } = session.workspace
  const known = held.get(session)
  const queues = known ?? { judgments: createJudgments(), queues: new Map(), state: record.examplesState(), nextCompare: 0 }
  held.set(session, queues)
  const fresh = queues.judgments.readOn(session.ledger)
  for (const queue of queues.queues.values()) hear(queue, queues.judgments, fresh)
  compare(session, queues)
  return queues
}

function compare({ workspace: { record } }: QueueSession, queues: HeldQueues): void {
  const state = record.examplesState()
  const began = performance.now()
  if (state === queues.state || began < queues.nextCompare) return
  for (const [id, queue] of queues.queues) noteHashes(queue, record.queueHashes(id))
  queues.state = state
  queues.nextCompare = performance.now() + (performance.now() - began) / SHARE_COMPARING
}

/**
 * One of them.
 *
 * @throws FaultError `not-found` when there is none
 */
export function queueOf(session: QueueSession, id: string): { queue: HeldQueue; judgments: Judgments } {
  const all = queuesOf(session)
  const { queues, judgments } = all
  const known = queues.get(id)
  if (known) return { queue: known, judgments }
  const stored = session.workspace.record.queues().find((queue) => queue.id === id)
  if (!stored) throw noQueue(id)
  return { queue: holdStored(session, stored, all), judgments }
}

/** Every queue, newest first. */
export function allQueues(session: QueueSession): { queues: HeldQueue[]; judgments: Judgments } {
  const all = queuesOf(session)
  const stored = session.workspace.record.queues()
  return { queues: stored.map((queue) => all.queues.get(queue.id) ?? holdStored(session, queue, all)), judgments: all.judgments }
}

/** Reads it from the disk at its next use: its name changed, or it is gone. */
export function letGo(session: QueueSession, id: string): void {
  held.get(session)?.queues.delete(id)
}

function holdStored({ workspace }: QueueSession, stored: StoredQueue, { queues, judgments }: HeldQueues): HeldQueue {
  const queue = holdQueue(workspace.record, stored, judgments)
  queues.set(stored.id, queue)
  return queue
}

function noQueue(id: string) {
  return fault('not-found', `There is no queue ${id} in this workspace.`, { culprit: id, remedy: 'List the queues with: winnow queue' })
}
