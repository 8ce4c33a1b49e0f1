import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listOpenable } from '#source'
import { buildFolder } from '../../support/rows-on-disk.ts'

it('lists folders first and tells what Winnow can open', async () => {
  const root = buildFolder({ 'b.jsonl': '12', 'a.txt': '', '.hidden': '', 'data/x.parquet': '', 'none/x.txt': '' })
  const listing = await listOpenable(root)
  expect(listing).toMatchObject({ path: root, parent: join(root, '..'), openable: 2 })
  expect(listing.entries.map(({ name, kind, bytes, isOpenable }) => [name, kind, bytes, isOpenable])).toEqual([
    ['data', 'folder', null, true],
    ['none', 'folder', null, false],
    ['a.txt', 'file', 0, false],
    ['b.jsonl', 'file', 2, true],
  ])
})

it('has no parent at the root of the disk', async () => {
  expect((await listOpenable('/')).parent).toBeNull()
})

it('names a folder that is not there', async () => {
  await expect(listOpenable(join(buildFolder(), 'gone'))).rejects.toMatchObject({ fault: { kind: 'not-found' } })
})
