import { type Answer, type Ask, storageRefusal } from './answer.ts'
import { fileAnswer } from './file-answer.ts'
import type { HubState } from './hub-state.ts'
import { storeAnswer } from './store-answer.ts'

/** What the host of the bytes says. It takes signed addresses alone: an Authorization beside one is an error, as it is in S3. */
export async function contentAnswer(ask: Ask, state: HubState): Promise<Answer> {
  const { links, repos } = state
  if (ask.token !== null) return storageRefusal(400, 'InvalidArgument', 'Only one auth mechanism allowed')
  const named = links.check(ask.url)
  if (named && ask.method !== 'GET' && ask.method !== 'HEAD') return storeAnswer(ask, state, named.etag)
  if (!named) return storageRefusal(403, 'AccessDenied', 'Request has expired')
  const commits = repos.get(named.repo)?.commits ?? []
  const file = commits.flatMap(({ files }) => files).find(({ etag }) => etag === named.etag)
  return file ? fileAnswer(file, ask.range, {}) : storageRefusal(404, 'NoSuchKey', 'The specified key does not exist.')
}
