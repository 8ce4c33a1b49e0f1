import { fault } from '#record'
import type { ReadExample } from '../cached-examples.ts'
import type { Desk } from '../desk.ts'
import { fetchBody } from './fetch-body.ts'
import { touch } from './touch.ts'

/**
 * An example with its row, fetched first when it is not here.
 * @throws Fault `not-found` for an id the workspace does not have; as {@link fetchBody} otherwise
 */
export async function openExample(desk: Desk, id: string, signal?: AbortSignal): Promise<ReadExample> {
  const { examples } = desk.session
  touch(desk, id)
  const here = examples.find(id)
  if (here) return here
  await fetchBody(desk, id, signal)
  const fetched = examples.find(id)
  if (fetched) return fetched
  throw fault('conflict', `The row of example ${id} was let go of again before it could be shown.`, {
    culprit: id,
    remedy: 'Let the cache have more room in the settings, then open it again.',
  })
}
