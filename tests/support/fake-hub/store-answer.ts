import { createHash } from 'node:crypto'
import { type Answer, type Ask, bodyOf, jsonAnswer, storageRefusal } from './answer.ts'
import type { HubState } from './hub-state.ts'

/** `PUT` of an LFS object or of a part of one (`?part=`), and `POST` of what makes one of its parts, to addresses that the hub signed. */
export async function storeAnswer(ask: Ask, state: HubState, oid: string): Promise<Answer> {
  const part = ask.url.searchParams.get('part')
  if (ask.method === 'POST') return completeAnswer(ask, state, oid)
  const bytes = await ask.bytes()
  if (part === null) return keep(state, oid, bytes)
  const parts = state.parts.get(oid) ?? new Map<number, Buffer>()
  state.parts.set(oid, parts.set(Number(part), bytes))
  return { status: 200, headers: { ETag: `"${etagOf(bytes)}"` }, body: bodyOf(new Uint8Array(0)) }
}

async function completeAnswer(ask: Ask, state: HubState, oid: string): Promise<Answer> {
  const { parts } = JSON.parse(await ask.text()) as { parts: { partNumber: number; etag: string }[] }
  const held = parts.map(({ partNumber, etag }) => {
    const bytes = state.parts.get(oid)?.get(partNumber)
    return bytes && etag === `"${etagOf(bytes)}"` ? bytes : null
  })
  if (held.includes(null)) return storageRefusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.')
  state.parts.delete(oid)
  return keep(state, oid, Buffer.concat(held.filter((bytes) => bytes !== null)))
}

function keep({ objects, arrivals }: HubState, oid: string, bytes: Buffer): Answer {
  if (createHash('sha256').update(bytes).digest('hex') !== oid)
    return storageRefusal(400, 'BadDigest', 'The content is not what was announced.')
  objects.set(oid, bytes)
  arrivals.set(oid, (arrivals.get(oid) ?? 0) + 1)
  return jsonAnswer(200, { success: true })
}

function etagOf(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex')
}
