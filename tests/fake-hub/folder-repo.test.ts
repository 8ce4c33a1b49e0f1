import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { folderCommit, folderRepo } from '../support/fake-hub/folder-repo.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-folder-repo-'))
  await mkdir(join(folder, 'data', 'openhands'), { recursive: true })
  await mkdir(join(folder, '.git'))
  await writeFile(join(folder, 'README.md'), 'A card.\n')
  await writeFile(join(folder, '.git', 'HEAD'), 'ref')
  await writeFile(join(folder, 'data', 'openhands', 'train.parquet'), 'PAR1 and more')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('serves the files of a folder with the ids git and LFS give them', async () => {
  const [commit] = (await folderRepo('octo/toy', folder)).commits
  const { stdout } = await promisify(execFile)('git', ['hash-object', join(folder, 'README.md')])
  expect(commit?.files).toMatchObject([
    { path: 'README.md', size: 8, isLfs: false, etag: stdout.trim() },
    { path: 'data/openhands/train.parquet', size: 13, isLfs: true, etag: createHash('sha256').update('PAR1 and more').digest('hex') },
  ])
  expect(Buffer.from((await commit?.files[1]?.read(5, 8)) ?? []).toString()).toBe('and')
})

it('names the commit by what is in it', async () => {
  const before = await folderCommit(folder)
  expect(await folderCommit(folder)).toMatchObject({ sha: before.sha })
  await writeFile(join(folder, 'README.md'), 'Another card.\n')
  expect((await folderCommit(folder)).sha).not.toBe(before.sha)
})
