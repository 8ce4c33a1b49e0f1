import { type Answer, type Ask, jsonAnswer, redirect, refusal } from './answer.ts'
import { datasetInfoAnswer } from './dataset-info-answer.ts'
import { findCommit, splitRevision } from './find-commit.ts'
import type { HubState } from './hub-state.ts'
import { rawAnswer, resolveAnswer } from './resolve-answer.ts'
import { pathsInfoAnswer, treeAnswer } from './tree-answer.ts'
import { COMMIT_DATE } from './tree-entries.ts'
import type { FakeRepo } from './types.ts'
import { writeAnswer } from './write-answer.ts'

const ROUTE = /^\/(api\/)?datasets\/([^/]+\/[^/]+)(?:\/(revision|tree|paths-info|resolve|raw)\/(.+))?$/

/** What the hub itself says: who somebody is, what a repository holds, where a file's bytes are. */
export async function hubAnswer(ask: Ask, state: HubState): Promise<Answer> {
  if (ask.token !== null && ask.token !== state.token) return refusal(401, null, 'Invalid credentials in Authorization header')
  if (ask.url.pathname === '/api/whoami-v2') return whoAmI(ask, state)
  const written = await writeAnswer(ask, state)
  if (written) return written
  const [, api, id, verb, rest] = ROUTE.exec(ask.url.pathname) ?? []
  if (!id || Boolean(api) === (verb === 'resolve' || verb === 'raw')) return refusal(404, null, `Cannot ${ask.method} ${ask.url.pathname}`)
  const repo = state.repos.get(id)
  if (!repo || (repo.isPrivate && ask.token === null)) return notFound(ask)
  if (repo.renamedTo) return redirect(307, ask.url.pathname.replace(id, repo.renamedTo) + ask.url.search)
  return repoAnswer(ask, state, repo, verb ?? 'revision', rest ?? 'HEAD')
}

async function repoAnswer(ask: Ask, state: HubState, repo: FakeRepo, verb: string, rest: string): Promise<Answer> {
  const { revision, path } = splitRevision(repo, rest)
  const commit = findCommit(repo, revision)
  if ('status' in commit) return commit
  const at = { repo, commit, revision, path }
  if (verb === 'resolve') return resolveAnswer(ask, state, at)
  if (verb === 'raw') return rawAnswer(ask, at)
  if (verb === 'tree') return treeAnswer(ask, state, at)
  return verb === 'paths-info' ? pathsInfoAnswer(ask, at) : datasetInfoAnswer(ask, at)
}

function whoAmI({ token }: Ask, { user }: HubState): Answer {
  if (token === null) return refusal(401, null, 'Invalid username or password.')
  const scoped = user.mayWriteTo?.map((name) => ({ entity: { _id: 'e'.repeat(24), type: 'user', name }, permissions: ['repo.write'] }))
  const accessToken = {
    displayName: 'fake',
    role: user.role ?? 'write',
    createdAt: COMMIT_DATE,
    ...(user.role === 'fineGrained' && { fineGrained: { canReadGatedRepos: true, global: [], scoped: scoped ?? [] } }),
  }
  return jsonAnswer(200, {
    type: 'user',
    id: 'f'.repeat(24),
    name: user.name,
    fullname: user.name,
    isPro: false,
    orgs: Object.entries(user.orgs ?? {}).map(([name, roleInOrg]) => ({
      type: 'org',
      id: 'a'.repeat(24),
      name,
      fullname: name,
      roleInOrg,
    })),
    auth: { type: 'access_token', accessToken },
  })
}

/** Who is nobody is not told whether a repository exists. */
function notFound({ token }: Ask): Answer {
  return token === null
    ? refusal(401, 'RepoNotFound', 'Invalid username or password.')
    : refusal(404, 'RepoNotFound', 'Repository not found')
}
