import { type Answer, type Ask, jsonAnswer, refusal } from './answer.ts'
import type { HubState } from './hub-state.ts'
import type { FakeRepo } from './types.ts'

interface Wanted {
  oid: string
  size: number
}

/** `POST {repo}.git/info/lfs/objects/batch` (git-lfs batch API; `multipart` is the Hub's own): where to put what is not there yet. */
export async function lfsAnswer(ask: Ask, state: HubState, repo: FakeRepo): Promise<Answer> {
  const { operation, transfers, objects } = JSON.parse(await ask.text()) as { operation: string; transfers: string[]; objects: Wanted[] }
  if (operation !== 'upload' || transfers.includes('xet')) return refusal(422, null, 'Only plain uploads are known here')
  const isThere = ({ oid }: Wanted) => state.objects.has(oid) || repo.commits.some(({ files }) => files.some(({ etag }) => etag === oid))
  const answers = objects.map((one) =>
    isThere(one) ? one : { ...one, authenticated: true, actions: { upload: placeFor(one, state, repo) } },
  )
  const isInParts = objects.some(({ size }) => size > state.partBytes)
  return jsonAnswer(
    200,
    { transfer: isInParts ? 'multipart' : 'basic', objects: answers },
    { 'Content-Type': 'application/vnd.git-lfs+json' },
  )
}

function placeFor({ oid, size }: Wanted, { links, contentUrl, partBytes }: HubState, { id }: FakeRepo) {
  const href = contentUrl + links.sign(id, oid)
  if (size <= partBytes) return { href }
  const count = Math.ceil(size / partBytes)
  const parts = Array.from({ length: count }, (_, index) => [String(index + 1).padStart(5, '0'), `${href}&part=${index + 1}`])
  return { href, header: { chunk_size: String(partBytes), ...Object.fromEntries(parts) } }
}
