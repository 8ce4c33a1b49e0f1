import { describe, expect, it } from 'vitest'
import type { RawRow } from '#record'
import type { OpenedSource, SourceFile } from '#source'
import { type Take, takeFirst, takeSample } from '../../../src/core/workbench/take-rows.ts'

const file = (path: string, split: string): SourceFile => ({ path, bytes: 1, config: 'c', split })
const row = (path: string, at: number): RawRow => ({
  ref: { sourceId: 's1', uri: 'u', revision: null, file: path, row: at },
  hints: { config: 'c', split: null },
  value: { at },
})

function sourceOf(files: SourceFile[], rows: number): OpenedSource {
  return {
    kind: 'folder',
    uri: 'u',
    revision: null,
    files,
    rejections: [],
    async *rows({ path }) {
      for (let i = 0; i < rows; i++) yield row(path, i)
    },
    job: ({ path }, fromRow) => ({
      path,
      origin: { sourceId: 's1', uri: 'u', revision: null, file: path, hints: { config: 'c', split: null } },
      fromRow,
    }),
  }
}

async function taken(source: OpenedSource, take: Take): Promise<string[]> {
  const places: string[] = []
  for (const one of source.files) {
    for await (const item of source.rows(one)) if (take.wants(one, item)) places.push(`${one.path}:${item.ref.row}`)
  }
  return places
}

describe('taking part of a source', () => {
  const source = sourceOf([file('a', 'x'), file('b', 'x'), file('c', 'y')], 10)

  it('takes the first rows of every combination, across its files', async () => {
    const places = await taken(source, takeFirst(12))
    expect(places.filter((place) => place.startsWith('a'))).toHaveLength(10)
    expect(places.filter((place) => place.startsWith('b'))).toEqual(['b:0', 'b:1'])
    expect(places.filter((place) => place.startsWith('c'))).toHaveLength(10)
  })

  it('says when a file can no longer hold a wanted row', async () => {
    const take = takeFirst(1)
    await taken(source, take)
    expect(source.files.map(take.wantsFile)).toEqual([false, false, false])
  })

  it('draws the same sample for the same seed, and another for another', async () => {
    const draw = async (seed: number) => taken(source, await takeSample(source, 5, seed))
    expect(await draw(1)).toEqual(await draw(1))
    expect(await draw(1)).not.toEqual(await draw(2))
    expect(await draw(1)).toHaveLength(10)
  })
})
