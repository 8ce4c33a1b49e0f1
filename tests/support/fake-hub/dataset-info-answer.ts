import { createHash } from 'node:crypto'
import { type Answer, type Ask, jsonAnswer } from './answer.ts'
import type { RepoPlace } from './repo-place.ts'
import { COMMIT_DATE } from './tree-entries.ts'

/** `GET /api/datasets/{repo}[/revision/{rev}]`: everything, or with `expand` the fields it names beside the two ids. */
export function datasetInfoAnswer({ url }: Ask, { repo, commit }: RepoPlace): Answer {
  const ids = { _id: createHash('sha1').update(repo.id).digest('hex').slice(0, 24), id: repo.id }
  const fields = {
    author: repo.id.split('/')[0],
    sha: commit.sha,
    createdAt: COMMIT_DATE,
    lastModified: COMMIT_DATE,
    private: repo.isPrivate ?? false,
    gated: repo.isGated ? 'manual' : false,
    disabled: false,
    downloads: 0,
    downloadsAllTime: 0,
    likes: 0,
    tags: [],
    siblings: commit.files.map(({ path }) => ({ rfilename: path })),
  }
  const wanted = url.searchParams.getAll('expand')
  const chosen = Object.entries(fields).filter(([name]) => wanted.length === 0 || wanted.includes(name))
  return jsonAnswer(200, { ...ids, ...Object.fromEntries(chosen) })
}
