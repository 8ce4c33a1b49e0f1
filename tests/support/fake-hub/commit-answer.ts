import { createHash } from 'node:crypto'
import { type Answer, type Ask, jsonAnswer, refusal } from './answer.ts'
import { bytesFile } from './bytes-file.ts'
import type { HubState } from './hub-state.ts'
import type { FakeCommit, FakeFile, FakeRepo } from './types.ts'

type Line =
  | { key: 'header'; value: { summary: string; parentCommit?: string } }
  | { key: 'file'; value: { path: string; content: string; encoding: 'base64' } }
  | { key: 'lfsFile'; value: { path: string; oid: string; size: number } }
  | { key: 'deletedFile'; value: { path: string } }

/** `POST .../commit/{branch}` (JSON Lines): all of it or nothing. */
export async function commitAnswer(ask: Ask, state: HubState, repo: FakeRepo, branch: string): Promise<Answer> {
  const lines = (await ask.text()).split('\n').map((line) => JSON.parse(line) as Line)
  const head = headOf(repo, branch)
  if (!head) return refusal(404, 'RevisionNotFound', `Invalid rev id: ${branch}`)
  const files = new Map(head.files.map((file) => [file.path, file]))
  for (const line of lines) {
    if (line.key === 'header') {
      const { parentCommit } = line.value
      if (parentCommit !== undefined && parentCommit !== head.sha)
        return refusal(412, null, 'A commit has happened since. Please refresh and try again.')
    } else if (line.key === 'deletedFile') {
      if (!files.delete(line.value.path)) return refusal(404, 'EntryNotFound', `${line.value.path} does not exist`)
    } else {
      const file =
        line.key === 'file'
          ? bytesFile(line.value.path, Buffer.from(line.value.content, 'base64'), false)
          : lfsFile(line.value, state, repo)
      if (!file)
        return refusal(400, null, `Your push was rejected because an LFS pointer pointed to a file that does not exist: ${line.value.path}`)
      files.set(file.path, file)
    }
  }
  const commit = newCommit([...files.values()], head.sha, String(repo.commits.length))
  moveTo(repo, branch, commit)
  return jsonAnswer(200, {
    success: true,
    commitOid: commit.sha,
    commitUrl: `${state.url}/datasets/${repo.id}/commit/${commit.sha}`,
    hookOutput: '',
  })
}

/** What a repository begins with. */
export function firstCommit(id: string): FakeCommit {
  return newCommit([bytesFile('.gitattributes', '*.parquet filter=lfs diff=lfs merge=lfs -text\n', false)], id, '0')
}

function lfsFile({ path, oid, size }: { path: string; oid: string; size: number }, { objects }: HubState, repo: FakeRepo): FakeFile | null {
  const bytes = objects.get(oid)
  if (bytes && bytes.length === size) return bytesFile(path, bytes, true)
  const held = repo.commits.flatMap(({ files }) => files).find(({ etag }) => etag === oid)
  return held ? { ...held, path } : null
}

function newCommit(files: FakeFile[], ...salt: string[]): FakeCommit {
  const contents = files.map(({ path, etag }) => `${path}\n${etag}\n`).join('')
  return {
    sha: createHash('sha1')
      .update(salt.join('\n') + contents)
      .digest('hex'),
    files,
  }
}

function headOf({ refs, commits }: FakeRepo, branch: string): FakeCommit | undefined {
  const sha = refs?.[branch] ?? (branch === 'main' ? commits.at(-1)?.sha : undefined)
  return commits.find((commit) => commit.sha === sha)
}

/** Without refs the newest is main; with other branches each must be named. */
function moveTo(repo: FakeRepo, branch: string, commit: FakeCommit): void {
  const main = headOf(repo, 'main')?.sha ?? ''
  repo.commits.push(commit)
  if (branch !== 'main' || repo.refs) repo.refs = { main, ...repo.refs, [branch]: commit.sha }
}
