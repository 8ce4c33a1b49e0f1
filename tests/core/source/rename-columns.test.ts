import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OpenedSource, openSource } from '#source'
import { renameColumns } from '../../../src/core/source/rename-columns.ts'
import { asHubParquet, buildHubRows } from '../../support/hub-parquet.ts'
import { asJsonl, buildFolder, readAll } from '../../support/rows-on-disk.ts'

describe('renaming columns', () => {
  it('takes the old name away and keeps the rest', () => {
    expect(renameColumns({ conversation: [1], id: 'a', n: 1 }, { messages: 'conversation', instance_id: 'id' })).toEqual({
      n: 1,
      messages: [1],
      instance_id: 'a',
    })
  })

  it('a column whose name is taken gives way, and names can be exchanged', () => {
    expect(renameColumns({ messages: 'old', chat: 'new', instance_id: 1 }, { messages: 'chat' })).toEqual({
      messages: 'new',
      instance_id: 1,
    })
    expect(renameColumns({ repo: 'a', license: 'b', instance_id: 1 }, { repo: 'license', license: 'repo' })).toEqual({
      repo: 'b',
      license: 'a',
      instance_id: 1,
    })
  })

  it('adds an instance_id that the row lacks, and leaves a row without columns alone', () => {
    expect(renameColumns({ chat: [] }, { messages: 'chat' })).toEqual({ messages: [], instance_id: null })
    expect(renameColumns(7, { messages: 'chat' })).toBe(7)
  })
})

describe('a source with a column map', () => {
  it('gives renamed rows of every format, whole and small', async () => {
    const rows = buildHubRows(3)
    const root = buildFolder({ 'a.parquet': asHubParquet(rows), 'b.jsonl': asJsonl(rows.map((row) => ({ ...row }))) })
    const map = { hf_dataset_name: 'repo', trajectory_id: 'instance_id' }
    const { rows: whole } = await readAll(root, { map })
    expect(whole).toHaveLength(6)
    for (const { value } of whole) {
      expect(value).toMatchObject({
        hf_dataset_name: 'owner/repo',
        trajectory_id: expect.stringMatching(/^owner__repo-\d$/),
        instance_id: null,
      })
      expect(value).not.toHaveProperty('repo')
    }
    const { rows: small } = await readAll(join(root, 'a.parquet'), { map, columns: 'small' })
    expect(small[1]?.value).toMatchObject({ hf_dataset_name: 'owner/repo', trajectory_id: 'owner__repo-1', messages: [] })
  })

  it.each(['a.parquet', 'a.jsonl'])('refuses a column that %s does not have, and names those it has', async (name) => {
    const root = buildFolder({ [name]: name.endsWith('l') ? asJsonl([{ chat: [], id: 1 }]) : asHubParquet(buildHubRows(2)) })
    const opening: Promise<OpenedSource> = openSource(root, { sourceId: 's1', map: { messages: 'talk' } })
    await expect(opening).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: 'talk' } })
    await expect(opening).rejects.toThrow(
      name.endsWith('l') ? 'a.jsonl has no column "talk"; it has: chat, id.' : 'it has: instance_id, trajectory_id, repo,',
    )
  })
})
