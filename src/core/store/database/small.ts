import type { ExampleIndex } from '#record'
import { fault } from '#record'

/** Order of the values in a stored array, by its first element. A version that was released is never edited. */
const ORDERS = {
  1: ['instanceId', 'trajectoryId', 'repo', 'license', 'language', 'harness', 'model', 'teacherModel', 'resolved', 'category', 'hfDataset'],
} as const satisfies Record<number, readonly (keyof ExampleIndex)[]>

/** The version written. */
const VERSION = 1

/** What an index says that no column of its row does. */
export type SmallValues = Pick<ExampleIndex, (typeof ORDERS)[typeof VERSION][number]>

/** The values as a compact JSON array: a version, then the values in its order. */
export function packSmall(index: SmallValues): string {
  return JSON.stringify([VERSION, ...ORDERS[VERSION].map((key) => index[key])])
}

/**
 * Undoes {@link packSmall}.
 *
 * @throws FaultError `workspace-damaged` naming the example
 */
export function unpackSmall(text: string, id: string): SmallValues {
  const [version, ...values] = parse(text, id)
  const order = version === VERSION ? ORDERS[VERSION] : undefined
  if (order?.length !== values.length) throw damaged(id)
  return Object.fromEntries(order.map((key, place) => [key, values[place]])) as unknown as SmallValues
}

function parse(text: string, id: string): unknown[] {
  try {
    const values: unknown = JSON.parse(text)
    if (Array.isArray(values)) return values
  } catch (cause) {
    throw damaged(id, cause)
  }
  throw damaged(id)
}

function damaged(id: string, cause?: unknown) {
  return fault('workspace-damaged', `The stored index of ${id} is damaged.`, {
    culprit: id,
    remedy: 'Remove its source and add it again, or restore workspace.sqlite from a copy; decisions are kept.',
    cause,
  })
}
