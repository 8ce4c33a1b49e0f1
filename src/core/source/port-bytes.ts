import { FaultError } from '#record'
import type { OpenBytes } from './bytes.ts'
import type { PortBytes, SliceAnswer, SliceAsk } from './read-messages.ts'

/** Bytes behind a port. Slices asked for in one turn of the event loop cross together, so that the other side can fetch neighbours at once. */
export function portBytes({ port, length }: PortBytes): OpenBytes {
  const waiting = new Map<number, (answer: SliceAnswer) => void>()
  let asks: SliceAsk[] = []
  let id = 0
  port.on('message', (answer: SliceAnswer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  const send = (): void => {
    port.postMessage(asks)
    asks = []
  }
  return {
    length,
    async slice(start, end) {
      id += 1
      if (asks.push({ id, start, end }) === 1) setImmediate(send)
      return bytesIn(await new Promise<SliceAnswer>((resolve) => waiting.set(id, resolve)))
    },
    close: async () => port.close(),
  }
}

function bytesIn(answer: SliceAnswer): Uint8Array {
  if ('fault' in answer) throw new FaultError(answer.fault)
  if ('problem' in answer) throw new Error(answer.problem)
  return new Uint8Array(answer.bytes)
}
