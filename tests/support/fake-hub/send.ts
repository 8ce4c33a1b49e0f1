import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Body } from './answer.ts'
import type { Mishap, SeenRequest } from './types.ts'

/** Bytes made and handed over at a time. */
const STEP = 64 * 1024
/** Steps a second of a slow body. */
const SLOW_STEPS = 20

/** Writes an answer, counting body bytes as they go out, and does to the connection what the mishap says. Ends when the client is gone. */
export async function send(response: ServerResponse, answer: Answer, mishap: Mishap | null, seen: SeenRequest): Promise<void> {
  const cut = cutOf(answer, mishap)
  if (cut === 'before') return breakOff(response, mishap)
  seen.status = answer.status
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length })
  if (seen.method === 'HEAD') {
    response.end()
    return
  }
  const speed = mishap?.kind === 'slow' ? mishap.bytesPerSecond : null
  response.flushHeaders()
  await sendBody(response, answer.body, cut ?? answer.body.length, speed, seen)
  if (cut === null) response.end()
  else await breakOff(response, mishap)
}

/** How many bytes go out before it breaks off, or `before` any; null for never. A shorter body breaks off one byte before its end. */
function cutOf({ status, body }: Answer, mishap: Mishap | null): number | 'before' | null {
  if (mishap?.kind !== 'reset' && mishap?.kind !== 'stall' && mishap?.kind !== 'truncate') return null
  if (mishap.after === undefined || status >= 300 || body.length === 0) return 'before'
  return Math.min(mishap.after, body.length - 1)
}

/** A stalled connection stays open until the client, or the hub's end, closes it. */
async function breakOff({ socket }: ServerResponse, mishap: Mishap | null): Promise<void> {
  if (mishap?.kind === 'stall' || !socket) return
  if (mishap?.kind === 'reset') socket.resetAndDestroy()
  else socket.end()
}

async function sendBody(response: ServerResponse, body: Body, until: number, speed: number | null, seen: SeenRequest): Promise<void> {
  const step = speed === null ? STEP : Math.max(1, Math.ceil(speed / SLOW_STEPS))
  const gone = new Promise((resolve) => response.once('close', resolve))
  for (let at = 0; at < until && !response.destroyed; at += step) {
    const bytes = await body.read(at, Math.min(at + step, until))
    if (response.destroyed) return
    const isRoom = response.write(bytes)
    seen.bytes += bytes.length
    if (!isRoom) await Promise.race([once(response, 'drain'), gone])
    if (speed !== null) await pause(1000 / SLOW_STEPS)
  }
}
