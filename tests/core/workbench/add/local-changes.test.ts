import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { everything } from '../../../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildR3 } from '../../../support/rows.ts'
import { asJsonl, buildFolder } from '../../../support/rows-on-disk.ts'

const rows = (...ids: string[]) => asJsonl(ids.map((id) => buildR3({ trajectory_id: id })))

async function openBench() {
  const bench = await openWorkbench()
  onTestFinished(() => bench.remove())
  const idsOf = async () => (await bench.client.example.page(everything)).rows.map(({ id }) => id).sort()
  const add = async (input: Parameters<typeof bench.client.source.add>[0]) => {
    const done = await lastEvent(await bench.client.source.add(input))
    if (done?.kind !== 'done') throw new Error('the add did not end')
    return done.result
  }
  return { ...bench, idsOf, add }
}

describe('a folder that changed since it was added', { timeout: 60_000 }, () => {
  it('loses the undecided rows it no longer has, once it is read to the end', async () => {
    const { client, add, idsOf } = await openBench()
    const source = buildFolder({ '1.jsonl': rows('a', 'b', 'c'), '2.jsonl': rows('d', 'e') })
    await add({ source })
    await client.review.decide({ id: 'e', kind: 'reject', reason: 'other' })
    await rm(join(source, '2.jsonl'))
    await writeFile(join(source, '1.jsonl'), rows('a', 'b'))
    const { notes, examples } = await add({ source })
    expect(await idsOf()).toEqual(['a', 'b', 'e'])
    expect(notes).toEqual([expect.stringContaining('2 examples that'), expect.stringContaining('1 decided example that')])
    expect([examples, (await client.recipe.current()).funnel.total]).toEqual([3, 3])
  })

  it('keeps them while only a part of it was read', async () => {
    const { add, idsOf } = await openBench()
    const source = buildFolder({ '1.jsonl': rows('a', 'b', 'c') })
    await add({ source })
    await writeFile(join(source, '1.jsonl'), rows('a', 'b'))
    expect((await add({ source, take: 1 })).notes).toEqual([])
    expect(await idsOf()).toEqual(['a', 'b', 'c'])
  })

  it('has one revision, whichever part of it is added', async () => {
    const { add, idsOf } = await openBench()
    const source = buildFolder({
      'data/openhands/m/set/train-0.jsonl': rows('a'),
      'data/sweagent/m/set/train-0.jsonl': rows('b'),
    })
    const first = await add({ source, split: 'openhands' })
    const second = await add({ source, split: 'sweagent' })
    expect(second.revision).toBe(first.revision)
    expect(await idsOf()).toEqual(['a', 'b'])
  })
})
