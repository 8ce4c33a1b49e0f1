import { afterEach, describe, expect, it } from 'vitest'
import type { MadeUnit, WantedUnit } from '#export'
import { NO_EDITS } from '#record'
import { makeRowsIn } from '../../../../src/core/workbench/exporting/make-rows.ts'
import { createExportPool, type ExportPool, type ExportPoolOptions } from '../../../../src/core/workbench/exporting/threads/export-pool.ts'
import { buildExampleRow } from '../../../support/build-example-row.ts'
import { planOf } from '../../export/export-desk.ts'

const workerUrl = new URL('../../../fixtures/workers/exporter.mjs', import.meta.url)

let pool: ExportPool
afterEach(() => pool.close())

function open(options: Partial<ExportPoolOptions> = {}): ExportPool {
  pool = createExportPool({ workerUrl, size: 2, ...options })
  return pool
}

interface Asked {
  lost?: 'take' | 'refuse'
  signal?: AbortSignal
  /** Told of each body that is read. */
  read?(id: string): void
}

function making({ lost = 'take', signal = new AbortController().signal, read }: Asked = {}) {
  const plan = planOf('trl')
  return makeRowsIn({
    pool,
    source: {
      plan: { ...plan, policies: { ...plan.policies, lost } },
      template: null,
      tokenizer: { kind: 'tiktoken', name: 'o200k_base' },
    },
    signal,
    bodyOf: async ({ id }) => {
      read?.(id)
      const ref = { sourceId: 's1', uri: '/data', revision: null, file: 'a', row: 0 }
      return { ref, hints: { config: null, split: null }, contentHash: '', gzip: new Uint8Array(10) }
    },
    editsOf: () => NO_EDITS,
  })
}

async function* units(...ids: string[]): AsyncGenerator<WantedUnit> {
  for (const id of ids) yield { rows: [buildExampleRow({ id })], split: null }
}

async function all(made: AsyncIterable<MadeUnit>): Promise<MadeUnit[]> {
  const list: MadeUnit[] = []
  for await (const one of made) list.push(one)
  return list
}

const idsOf = (made: readonly MadeUnit[]) => made.map(({ unit }) => unit.rows[0].id)

describe('rows that are made in threads', () => {
  it('come in the order of their units, a few ahead of the one that is written', async () => {
    open()
    const ids = Array.from({ length: 40 }, (_, n) => `row-${n}`)
    const read: string[] = []
    const made: MadeUnit[] = []
    for await (const one of making({ read: (id) => read.push(id) })(units(...ids))) {
      made.push(one)
      expect(read.length - made.length).toBeLessThanOrEqual(2 * pool.size)
    }
    expect(idsOf(made)).toEqual(ids)
    expect(made.map(({ made: { rows } }) => new TextDecoder().decode(rows[0]?.bytes))).toEqual(ids.map((id) => `${id}\n`))
  })

  it.each([
    ['hang', 300, /took longer than 0.3 s/],
    ['exit', 60_000, /ended its thread/],
    ['eat', 60_000, /more memory than a thread may use \(32 MB\)/],
  ])('cost that row alone when one of them makes its thread %s', async (id, taskMs, message) => {
    open({ taskMs, memoryMb: 32 })
    const made = await all(making()(units('a', id, 'b')))
    expect(idsOf(made)).toEqual(['a', id, 'b'])
    expect(made.map(({ made: { isLeftOut } }) => isLeftOut)).toEqual([false, true, false])
    expect(made[1]?.made.notes).toEqual([expect.objectContaining({ kind: 'left-out', policy: null, text: expect.stringMatching(message) })])
  })

  it('are refused by name where nothing may be lost', async () => {
    open({ taskMs: 300 })
    const [one] = await all(making({ lost: 'refuse' })(units('exit')))
    expect(one?.made.notes).toEqual([expect.objectContaining({ policy: 'lost=refuse' })])
  })

  it('end with what a thread says of a row it cannot read', async () => {
    open()
    await expect(all(making()(units('a', 'refuse', 'b')))).rejects.toMatchObject({
      fault: { kind: 'workspace-damaged', culprit: 'refuse' },
    })
  })

  it('end at once when they are cancelled, whatever a thread is at', async () => {
    open()
    const abort = new AbortController()
    const started = performance.now()
    const made = all(making({ signal: abort.signal })(units('hang', 'hang-2', 'a')))
    setTimeout(() => abort.abort(), 100)
    await expect(made).rejects.toMatchObject({ name: 'AbortError' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('say so when threads cannot be started', async () => {
    open({ workerUrl: new URL('./no-such-worker.mjs', import.meta.url) })
    await expect(all(making()(units('a')))).rejects.toMatchObject({ fault: { kind: 'internal', remedy: 'Reinstall Winnow.' } })
  })
})
