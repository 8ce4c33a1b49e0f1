import { type Answer, type Ask, jsonAnswer, refusal } from './answer.ts'
import type { HubState } from './hub-state.ts'
import type { RepoPlace } from './repo-place.ts'
import { COMMIT_DATE, fileEntry, type TreeEntry, treeEntries } from './tree-entries.ts'

/** `GET .../tree/{rev}[/{path}]`: a page of entries, and in `Link` where the next one is. */
export function treeAnswer({ url }: Ask, { pageSize, url: hubUrl }: HubState, { commit, path, revision }: RepoPlace): Answer {
  const entries = treeEntries(commit, path, isOn(url, 'recursive'))
  if (!entries) return refusal(404, 'EntryNotFound', `${path} does not exist on "${revision}"`)
  const start = readCursor(url)
  const page = entries.slice(start, start + pageSize)
  const next = new URL(url.pathname + url.search, hubUrl)
  next.searchParams.set('cursor', Buffer.from(JSON.stringify({ at: start + pageSize })).toString('base64url'))
  const link = start + pageSize < entries.length ? { Link: `<${next}>; rel="next"` } : undefined
  return jsonAnswer(200, isOn(url, 'expand') ? page.map((entry) => expanded(entry, commit.sha)) : page, link)
}

/** `POST .../paths-info/{rev}`: the entries of the paths that exist. */
export async function pathsInfoAnswer(ask: Ask, { commit }: RepoPlace): Promise<Answer> {
  const { paths } = JSON.parse(await ask.text()) as { paths: string[] }
  return jsonAnswer(200, commit.files.filter(({ path }) => paths.includes(path)).map(fileEntry))
}

function expanded(entry: TreeEntry, sha: string): TreeEntry {
  return { ...entry, lastCommit: { id: sha, title: 'Upload dataset', date: COMMIT_DATE } }
}

function isOn(url: URL, name: string): boolean {
  return ['true', '1'].includes(url.searchParams.get(name) ?? '')
}

function readCursor(url: URL): number {
  const cursor = url.searchParams.get('cursor')
  return cursor === null ? 0 : (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { at: number }).at
}
