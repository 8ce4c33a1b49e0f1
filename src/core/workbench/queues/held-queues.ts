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
interface HeldQueues {
  judgments: Judgments
  queues: Map<string, HeldQueue>
}

const held = new WeakMap<QueueSession, HeldQueues>()

/** The session's queues, brought up to date with its ledger. */
function queuesOf(session: QueueSession): HeldQueues {
  const all = held.get(session) ?? { judgments: createJudgments(), queues: new Map() }
  held.set(session, all)
  const fresh = all.judgments.readOn(session.ledger)
  for (const queue of all.queues.values()) hear(queue, all.judgments, fresh)
  return all
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
  if (known) return { queue: compared(session, known), judgments }
  const stored = session.workspace.record.queues().find((queue) => queue.id === id)
  if (!stored) throw noQueue(id)
  return { queue: holdStored(session, stored, all), judgments }
}

/** Every queue, newest first. */
export function allQueues(session: QueueSession): { queues: HeldQueue[]; judgments: Judgments } {
  const all = queuesOf(session)
  const stored = session.workspace.record.queues()
  const queues = stored.map((one) => {
    const known = all.queues.get(one.id)
    return known ? compared(session, known) : holdStored(session, one, all)
  })
  return { queues, judgments: all.judgments }
}

/** Reads it from the disk at its next use: its name changed, or it is gone. */
export function letGo(session: QueueSession, id: string): void {
  held.get(session)?.queues.delete(id)
}

/** Brought up to date with the examples there are. */
function compared({ workspace: { record } }: QueueSession, queue: HeldQueue): HeldQueue {
  const state = record.examplesState()
  const began = performance.now()
  if (state !== queue.state && began >= queue.nextCompare) {
    noteHashes(queue, record.queueHashes(queue.stored.id), state)
    queue.nextCompare = performance.now() + (performance.now() - began) / SHARE_COMPARING
  }
  return queue
}

function holdStored({ workspace }: QueueSession, stored: StoredQueue, { queues, judgments }: HeldQueues): HeldQueue {
  const queue = holdQueue(workspace.record, stored, judgments)
  queues.set(stored.id, queue)
  return queue
}

function noQueue(id: string) {
  return fault('not-found', `There is no queue ${id} in this workspace.`, { culprit: id, remedy: 'List the queues with: winnow queue' })
}
