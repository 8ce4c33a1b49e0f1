import { randomUUID } from 'node:crypto'
import { planOf } from '#filter'
import { fault, type QueueDefinition, type QueueInfo } from '#record'
import type { QueueCounts } from '#store'
import type { Desk } from '../desk.ts'
import { queryOf } from '../query-of.ts'
import { recipeInForce } from '../recipe-in-force.ts'
import { reviewerOf } from '../reviewer-of.ts'
import { queueOf } from './held-queues.ts'
import { queueInfo } from './queue-info.ts'

/** Long enough that no two of a workspace are alike, short enough to be typed. */
const ID_LENGTH = 12

/** Chooses a queue's examples and remembers them. */
export async function makeQueue(desk: Desk, definition: QueueDefinition): Promise<QueueInfo> {
  const { session } = desk
  const { analysis, record } = session.workspace
  const name = definition.name.trim()
  if (!name) throw fault('bad-input', 'A queue needs a name.', { culprit: 'name', remedy: 'Give it one.' })
  const items = await analysis.chooseQueued(queryOf(definition.selection), definition, planOf(await recipeInForce(desk)))
  if (items.length === 0) throw nothingThere()
  const id = randomUUID().replaceAll('-', '').slice(0, ID_LENGTH)
  record.putQueue({ id, madeAt: desk.now().toISOString(), definition: { ...definition, name } }, items)
  const { queue, judgments } = queueOf(session, id)
  return queueInfo(queue, judgments, await reviewerOf(desk, undefined))
}

/** What {@link makeQueue} would take. Who asks anew at every letter gives up the question before. */
export async function previewQueue(desk: Desk, definition: QueueDefinition, signal: AbortSignal | undefined): Promise<QueueCounts> {
  const { analysis } = desk.session.workspace
  return analysis.until(signal).previewQueued(queryOf(definition.selection), definition, planOf(await recipeInForce(desk)))
}

function nothingThere() {
  return fault('bad-input', 'No example is left for this queue.', { remedy: 'Widen what is selected, or leave fewer out.' })
}
