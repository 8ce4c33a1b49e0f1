import { describe, expect, it } from 'vitest'
import { everything, openIndexed, until } from '../../../support/hub-bench.ts'
import { buildShard } from '../../../support/runs-parquet.ts'

type Bench = Awaited<ReturnType<typeof openIndexed>>

/** One row group: opening a row stores all of them behind it. */
const grouped = (count: number) => ({
  'train.parquet': buildShard({ name: 'run', count, bodySize: 2_000, rowGroupSize: count, hasPages: false }),
})

const isIdle = async ({ client }: Bench): Promise<boolean> => (await client.workspace.info()).jobs.length === 0

describe('rows that come while their source changes', { timeout: 60_000 }, () => {
  it.each([0, 60])('leave nothing behind when it is removed %d ms after the first was there', async (ms) => {
    const bench = await openIndexed(grouped(200))
    const { client } = bench
    const [source] = await client.source.list()
    await client.example.get({ id: 'run-0' })
    const others = Promise.allSettled([1, 2, 3].map((n) => client.example.get({ id: `run-${n}` })))
    await new Promise((wake) => setTimeout(wake, ms))
    await client.source.remove({ id: source?.id ?? '' })
    await others
    await until(() => isIdle(bench))
    expect((await client.example.page(everything)).rows).toEqual([])
    expect((await client.workspace.info()).counts).toMatchObject({ indexed: 0, measured: 0, keep: 0, drop: 0 })
    expect((await client.recipe.current()).funnel.total).toBe(0)
  })
})
