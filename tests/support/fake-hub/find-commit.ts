import { type Answer, refusal } from './answer.ts'
import type { FakeCommit, FakeRepo } from './types.ts'

/** Commits answer to a prefix of this many digits. */
const SHORT = 7

/** The commit that a branch, tag, id or the start of an id names; `HEAD` is the default branch. Newest last in the repository. */
export function findCommit(repo: FakeRepo, revision: string): FakeCommit | Answer {
  const newest = repo.commits.at(-1)
  const refs: Record<string, string> = { main: newest?.sha ?? '', ...repo.refs }
  const sha = (revision === 'HEAD' ? refs.main : refs[revision]) ?? revision
  const found = repo.commits.find((commit) => commit.sha === sha || (sha.length >= SHORT && commit.sha.startsWith(sha)))
  return found ?? refusal(404, 'RevisionNotFound', `Invalid rev id: ${revision}`)
}

/** `{revision}/{path}` in parts. A branch with slashes may be written as it is or encoded; the repository's own names win. */
export function splitRevision(repo: FakeRepo, rest: string): { revision: string; path: string } {
  const decoded = rest.split('/').map(decodeURIComponent)
  const whole = decoded.join('/')
  const long = Object.keys(repo.refs ?? {}).find((name) => name.includes('/') && `${whole}/`.startsWith(`${name}/`))
  const revision = long ?? decoded[0] ?? ''
  return { revision, path: whole.slice(revision.length + 1) }
}
