import { type Answer, type Ask, jsonAnswer, redirect, refusal } from './answer.ts'
import { bytesFile } from './bytes-file.ts'
import { fileAnswer } from './file-answer.ts'
import type { HubState } from './hub-state.ts'
import { lfsPointer } from './lfs-pointer.ts'
import type { RepoPlace } from './repo-place.ts'
import { xetHashOf } from './tree-entries.ts'
import type { FakeCommit, FakeFile, FakeRepo } from './types.ts'

const XET_INFO = 'application/vnd.xet-fileinfo+json'

/** `GET|HEAD /datasets/{repo}/resolve/{rev}/{path}`: small files at once, those of LFS by a redirect to where their bytes are. */
export function resolveAnswer(ask: Ask, state: HubState, { repo, commit, path }: RepoPlace): Answer {
  const file = findFile(ask, repo, commit, path)
  if ('status' in file) return file
  const pinned = { 'X-Repo-Commit': commit.sha }
  if (!file.isLfs) return fileAnswer(file, ask.range, pinned)
  const headers = { ...pinned, ...linkedHeaders(file), ...xetHeaders(file, state, repo.id, commit.sha) }
  if (ask.accept.includes(XET_INFO)) return jsonAnswer(200, { hash: xetHashOf(file.etag) }, { ...headers, 'Content-Type': XET_INFO })
  return redirect(302, state.contentUrl + state.links.sign(repo.id, file.etag), headers)
}

/** `GET|HEAD /datasets/{repo}/raw/{rev}/{path}`: what git holds, which is a pointer for what LFS holds. */
export function rawAnswer(ask: Ask, { repo, commit, path }: RepoPlace): Answer {
  const file = findFile(ask, repo, commit, path)
  if ('status' in file) return file
  const inGit = file.isLfs ? bytesFile(path, lfsPointer(file.etag, file.size), false) : file
  return fileAnswer(inGit, ask.range, { 'X-Repo-Commit': commit.sha })
}

function findFile({ token }: Ask, repo: FakeRepo, commit: FakeCommit, path: string): FakeFile | Answer {
  // A gated repository lists what it holds to everybody; its files alone are kept back: https://github.com/huggingface/huggingface.js/issues/945
  if (repo.isGated && token === null) {
    return refusal(
      403,
      'GatedRepo',
      `Access to dataset ${repo.id} is restricted. You must have access to it and be authenticated to access it.`,
    )
  }
  return commit.files.find((one) => one.path === path) ?? refusal(404, 'EntryNotFound', 'Entry not found')
}

function linkedHeaders({ size, etag }: FakeFile): Record<string, string> {
  return { 'X-Linked-Size': String(size), 'X-Linked-ETag': `"${etag}"`, ETag: `"${etag}"`, 'Accept-Ranges': 'bytes' }
}

/** Where the xet protocol would begin; the fake does not speak it. */
function xetHeaders({ etag }: FakeFile, { url }: HubState, repo: string, sha: string): Record<string, string> {
  const hash = xetHashOf(etag)
  const auth = `<${url}/api/datasets/${repo}/xet-read-token/${sha}>; rel="xet-auth"`
  return { 'X-Xet-Hash': hash, Link: `${auth}, <${url}/v1/reconstructions/${hash}>; rel="xet-reconstruction-info"` }
}
