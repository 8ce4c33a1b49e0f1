import { setMaxListeners } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { FaultError } from '#record'
import type { Bytes } from './bytes.ts'
import type { SliceAnswer, SliceAsk } from './read-messages.ts'

/** Bytes being served; `failure` is the first Fault a slice ended with. */
export interface Serving {
  failure: FaultError | null
  close(): void
}

/** Answers the slices asked for through a port until it is closed, when nobody waits for them any more; asks that come together are passed on together. */
export function serveBytes(bytes: Bytes, port: MessagePort): Serving {
  const closing = new AbortController()
  // A decoder asks for many slices at once; that is no leak to be warned of.
  setMaxListeners(0, closing.signal)
  const serving: Serving = {
    failure: null,
    close: () => {
      port.close()
      closing.abort()
    },
  }
  const answer = async ({ id, start, end }: SliceAsk): Promise<SliceAnswer> => {
    try {
      return { id, bytes: new Uint8Array(await bytes.slice(start, end, closing.signal)).buffer }
    } catch (error) {
      if (!(error instanceof FaultError)) return { id, problem: error instanceof Error ? error.message : String(error) }
      serving.failure ??= error
      return { id, fault: error.fault }
    }
  }
  port.on('message', (asks: SliceAsk[]) => {
    for (const ask of asks) void answer(ask).then((said) => port.postMessage(said, 'bytes' in said ? [said.bytes] : []))
  })
  return serving
}
