import { type Answer, type Ask, jsonAnswer, refusal } from './answer.ts'
import { isLfsPath } from './bytes-file.ts'
import { commitAnswer, firstCommit } from './commit-answer.ts'
import type { HubState } from './hub-state.ts'
import { lfsAnswer } from './lfs-answer.ts'
import type { FakeRepo } from './types.ts'

/** Files of more bytes must be in LFS, whatever their name. */
const LARGEST_PLAIN = 10 * 1024 * 1024

const LFS = /^\/datasets\/([^/]+\/[^/]+)\.git\/info\/lfs\/objects\/batch$/
const WRITE = /^\/api\/datasets\/([^/]+\/[^/]+)\/(preupload|commit|branch)\/([^/]+)$/

/** What is asked to be written; null for any other request. */
export async function writeAnswer(ask: Ask, state: HubState): Promise<Answer | null> {
  if (ask.method !== 'POST') return null
  if (ask.url.pathname === '/api/repos/create') return createAnswer(ask, state)
  const [, lfs] = LFS.exec(ask.url.pathname) ?? []
  const [, id = lfs, verb, rest = ''] = WRITE.exec(ask.url.pathname) ?? []
  if (id === undefined) return null
  const repo = state.repos.get(id)
  if (!repo || ask.token === null) return refusal(404, 'RepoNotFound', 'Repository not found')
  if (!mayWrite(state, id)) return refusal(403, null, "You don't have the rights to write to this repository")
  if (lfs) return lfsAnswer(ask, state, repo)
  const branch = decodeURIComponent(rest)
  if (verb === 'branch') return branchAnswer(repo, branch)
  if (verb === 'preupload') return preuploadAnswer(ask)
  return commitAnswer(ask, state, repo, branch)
}

function mayWrite({ user }: HubState, id: string): boolean {
  const owner = id.split('/')[0] ?? ''
  if (user.role === 'read') return false
  if (user.role === 'fineGrained') return [owner, id].some((name) => user.mayWriteTo?.includes(name))
  return owner === user.name || ['contributor', 'write', 'admin'].includes(user.orgs?.[owner] ?? '')
}

/** A new repository holds what git needs to know of LFS. */
async function createAnswer(ask: Ask, state: HubState): Promise<Answer> {
  const { name, organization, visibility, type } = JSON.parse(await ask.text()) as Record<string, string>
  const id = `${organization}/${name}`
  if (ask.token === null || type !== 'dataset') return refusal(401, null, 'Invalid username or password.')
  if (!mayWrite(state, id)) return refusal(403, null, `You don't have the rights to create a dataset under the namespace "${organization}"`)
  if (state.repos.has(id)) return refusal(409, null, 'You already created this dataset repo')
  const repo: FakeRepo = { id, commits: [], isPrivate: visibility === 'private' }
  repo.commits.push(firstCommit(id))
  state.repos.set(id, repo)
  return jsonAnswer(200, { url: `${state.url}/datasets/${id}`, name: id, id })
}

function branchAnswer(repo: FakeRepo, branch: string): Answer {
  if (branch === 'main' || repo.refs?.[branch]) return refusal(409, null, 'Reference already exists')
  repo.refs = { ...repo.refs, [branch]: repo.refs?.main ?? repo.commits.at(-1)?.sha ?? '' }
  return jsonAnswer(200, {})
}

async function preuploadAnswer(ask: Ask): Promise<Answer> {
  const { files } = JSON.parse(await ask.text()) as { files: { path: string; size: number }[] }
  const modes = files.map(({ path, size }) => ({
    path,
    uploadMode: isLfsPath(path) || size > LARGEST_PLAIN ? 'lfs' : 'regular',
    shouldIgnore: false,
  }))
  return jsonAnswer(200, { files: modes })
}
