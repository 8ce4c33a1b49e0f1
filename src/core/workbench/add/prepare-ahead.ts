import { type Fault, FaultError, type FaultKind, toFault } from '#record'

/** An item whose preparation has ended: with its value, or with what was wrong with this one item. */
export type Prepared<Item, Value> = { item: Item; value: Value; failure: null } | { item: Item; failure: Fault }

/** So many items in a row that nobody answered for are no accident of theirs. */
const DOUBTS = 3

/** What is wrong with one file; any other failure would meet the next file as well. */
const OF_ONE_FILE: ReadonlySet<FaultKind> = new Set<FaultKind>(['not-found', 'conflict', 'unreadable', 'bad-input', 'unknown-shape'])

/** The failure of one file as a Fault; throws what concerns everything: no network, no permission, no disk, a cancel, a bug. */
export function failureOf(error: unknown, culprit: string | null = null): Fault {
  const failure = toFault(error, culprit)
  if (!OF_ONE_FILE.has(failure.kind)) throw error
  return failure
}

/**
 * Prepares items, up to `ahead` at the same time beside the one in use, and hands them out in their order. An item that fails comes out with its
 * failure and the others go on; see {@link failureOf} for what is thrown instead. One that is `offline` may be its own trouble (a server that
 * fails on that file alone) or everybody's: it is held back until another item shows which, and after three in a row, or when nothing ever
 * succeeded, it is thrown. Left early, what is on its way is aborted and waited for.
 */
export async function* prepareAhead<Item, Value>(
  items: AsyncIterable<Item> | Iterable<Item>,
  prepare: (item: Item, signal: AbortSignal) => Promise<Value>,
  { ahead, signal }: { ahead: number; signal: AbortSignal },
): AsyncGenerator<Prepared<Item, Value>> {
  const leaving = new AbortController()
  const stop = AbortSignal.any([signal, leaving.signal])
  const source = iterate(items)
  const coming: Promise<Prepared<Item, Value> | null>[] = []
  const settle = async (item: Item): Promise<Prepared<Item, Value>> => {
    try {
      return { item, value: await prepare(item, stop), failure: null }
    } catch (error) {
      stop.throwIfAborted()
      return { item, failure: isOffline(error) ? error.fault : failureOf(error) }
    }
  }
  const pull = (): void => {
    const next = source.next().then((step) => (step.done ? null : settle(step.value)))
    // Told when its turn comes; until then nobody listens.
    next.catch(() => undefined)
    coming.push(next)
  }
  try {
    for (let n = 0; n < ahead; n++) pull()
    let doubtful: Prepared<Item, Value>[] = []
    let isReached = false
    for (let next = await coming.shift(); next; next = await coming.shift()) {
      pull()
      const isDoubtful = next.failure?.kind === 'offline'
      isReached ||= !isDoubtful
      doubtful.push(next)
      if (doubtful.length >= DOUBTS && doubtful.every(({ failure }) => failure?.kind === 'offline')) break
      if (isDoubtful) continue
      yield* told(doubtful, signal)
      doubtful = []
    }
    const [first] = doubtful
    if (first?.failure && (!isReached || doubtful.length >= DOUBTS)) throw new FaultError(first.failure)
    yield* told(doubtful, signal)
  } finally {
    leaving.abort()
    await Promise.allSettled([...coming, source.return(undefined)])
  }
}

function isOffline(error: unknown): error is FaultError {
  return error instanceof FaultError && error.fault.kind === 'offline'
}

function* told<One>(items: One[], signal: AbortSignal): Generator<One> {
  for (const item of items) {
    yield item
    signal.throwIfAborted()
  }
}

async function* iterate<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item, void, undefined> {
  yield* items
}
