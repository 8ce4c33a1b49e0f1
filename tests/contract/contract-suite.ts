import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Contract, exportPlan } from '#contract'
import type { Workbench } from '#workbench'
import { aQueue } from '../support/a-queue.ts'
import { folderRepo } from '../support/fake-hub/folder-repo.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import { faultOf } from '../support/fault-of.ts'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { buildCall, buildMessage, buildR1, buildTurn } from '../support/rows.ts'
import { asJsonl } from '../support/rows-on-disk.ts'
import { buildShard } from '../support/runs-parquet.ts'

type Client = ContractRouterClient<Contract>

/** A way to reach a workbench: its client, and how the connection ends. */
export interface Connection {
  client: Client
  close(): Promise<void> | void
}

const MEGABYTE = 1_000_000
const MANY = 1_500

/** A call that a check has something to say about, with characters of several bytes before it. */
const LOOK_BACK = buildCall('execute_bash', { command: "echo 'é😀' && git log --all" })

function buildManyRows(): string {
  const rows = Array.from({ length: MANY }, (_, n) => buildR1({ trajectory_id: `many-${n}`, instance_id: `owner__repo-${n}` }))
  return asJsonl(rows)
}

/** Text whose every part differs, with characters that need more than one unit or byte. */
function buildLongText(): string {
  return Array.from({ length: MEGABYTE / 10 }, (_, n) => `${String(n).padStart(6, '0')} é😀`).join('')
}

/** A Hub with one dataset of twelve runs, and the folder they lie in. */
async function startHub() {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-hub-'))
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'data/train-00000.parquet'), buildShard({ name: 'hub', count: 12 }))
  const hub = await startFakeHub({ repos: [await folderRepo('owner/runs', folder)] })
  return {
    ...hub,
    async remove() {
      await hub.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** What every host must offer, whatever carries the calls. */
export function describeContract(transport: string, connect: (workbench: Pick<Workbench, 'router'>) => Promise<Connection>): void {
  describe(`the contract over ${transport}`, () => {
    const longText = buildLongText()
    let bench: Awaited<ReturnType<typeof openWorkbench>>
    let hub: Awaited<ReturnType<typeof startHub>>
    let connection: Connection
    let client: Client
    let many: string

    beforeAll(async () => {
      hub = await startHub()
      bench = await openWorkbench({ hub: { url: hub.url, proxy: null, token: () => null } })
      connection = await connect(bench)
      client = connection.client
      const few = join(bench.folder, 'few.jsonl')
      many = join(bench.folder, 'many.jsonl')
      const long = buildR1({ trajectory_id: 'long', trajectory: [buildMessage('user', longText), buildMessage('assistant', 'done')] })
      const nosy = buildR1({ trajectory_id: 'nosy', trajectory: [buildMessage('user', 'Fix it.'), buildTurn(LOOK_BACK)] })
      await writeFile(few, asJsonl([buildR1({ trajectory_id: 'one' }), buildR1({ trajectory_id: 'two', resolved: 0 }), long, nosy]))
      await writeFile(many, buildManyRows())
      await lastEvent(await client.source.add({ source: few }))
    })
    afterAll(async () => {
      await connection.close()
      await bench.remove()
      await hub.remove()
    })

    it('answers a request with what its schema promises', async () => {
      const { total, rows } = await client.example.page({ offset: 0, limit: 10, selection: { text: 'two' }, sort: null })
      expect(total).toBe(1)
      expect(rows[0]).toMatchObject({ id: 'two', resolved: 0, isMeasured: true, verdict: 'drop', decision: null, outcome: 'drop' })
    })

    it('refuses input outside the schema, naming the field', async () => {
      const asked = client.example.page({ offset: 0, limit: 5_000, selection: {}, sort: null })
      expect(await faultOf(asked)).toMatchObject({ kind: 'bad-input', culprit: 'limit' })
    })

    it('carries a Fault with all its fields', async () => {
      expect(await faultOf(client.example.get({ id: 'nobody' }))).toEqual({
        kind: 'not-found',
        message: expect.stringContaining('nobody'),
        culprit: 'nobody',
        remedy: expect.any(String),
      })
    })

    it('carries a Fault that ends a stream', async () => {
      const adding = async () => lastEvent(await client.source.add({ source: join(bench.folder, 'missing.jsonl') }))
      expect(await faultOf(adding())).toMatchObject({ kind: 'not-found', remedy: expect.any(String) })
    })

    it('tells changes as they happen, until nobody listens', async () => {
      const stop = new AbortController()
      const events = await client.workspace.watch(undefined, { signal: stop.signal })
      const next = events.next()
      await client.review.decide({ id: 'two', kind: 'accept', reason: 'good-anyway' })
      expect((await next).value).toMatchObject({ kind: 'changed', what: 'decisions', counts: { decided: 1 } })
      stop.abort()
      await expect(drain(events, stop.signal)).resolves.toBeUndefined()
    })

    it('decides in bulk, takes all of it back and gives it back, and carries tags, flags and what an entry is about', async () => {
      const selection = { text: 'two' }
      expect(await client.review.bulkPreview({ selection, kind: 'reject' })).toMatchObject({ total: 1, changing: 1, isTooMany: false })
      const made = await client.review.bulk({ selection, kind: 'reject', expected: 1, note: 'all' })
      expect(made).toMatchObject({ entries: 1, batch: expect.any(String) })
      expect(await client.review.undo({})).toMatchObject({
        count: 1,
        undone: { kind: 'reject', batch: made.batch },
        row: { decision: 'accept' },
      })
      expect(await client.review.redo({})).toMatchObject({ count: 1, row: { decision: 'reject', decidedBy: [expect.any(String)] } })
      expect(await client.review.tag({ ids: ['two'], add: ['rare'], remove: [] })).toMatchObject([{ tags: ['rare'] }])
      expect(await client.review.tags()).toEqual([{ tag: 'rare', count: 1 }])
      expect(await client.review.flag({ id: 'two', isFlagged: true })).toMatchObject({ isFlagged: true })
      expect((await client.review.history({ id: 'two' })).at(-2)).toMatchObject({ kind: 'tag', value: 'rare' })
      const fault = await faultOf(client.review.bulk({ selection, kind: 'clear', expected: 2 }))
      expect(fault).toMatchObject({ kind: 'conflict', culprit: 'selection' })
    })

    it('brings a row of a megabyte over piece by piece, unchanged', async () => {
      let text = ''
      for (;;) {
        const piece = await client.example.text({ id: 'long', message: 0, field: 'content', offset: text.length, limit: 262_144 })
        text += piece.text
        if (text.length >= piece.size) break
      }
      expect(text.length).toBeGreaterThanOrEqual(MEGABYTE)
      expect(text === longText).toBe(true)
    })

    it('indexes a dataset of the Hub, opens one of its rows, measures a selection, and tells what the cache holds', async () => {
      const source = 'hf://datasets/owner/runs'
      const added = await lastEvent(await client.source.add({ source, indexOnly: true }))
      expect(added).toMatchObject({ kind: 'done', result: { source, examples: 12, measured: 0 } })
      expect((await client.example.get({ id: 'hub-3' })).row).toMatchObject({ isMeasured: true, instanceId: 'owner__hub-3' })
      const selection = { facets: { language: ['go'], measured: ['indexed'] } }
      expect(await lastEvent(await client.measure.run({ selection, limit: 4 }))).toMatchObject({
        kind: 'done',
        measured: 4,
        failedCount: 0,
      })
      expect((await client.cache.info()).bodies).toMatchObject({ rows: 5, keptRows: 0 })
      expect((await client.cache.prune({ bytes: 0 })).info).toMatchObject({ ranges: { bytes: 0 }, bodies: { rows: 0 } })
      expect((await client.workspace.info()).hub).toEqual({ url: hub.url, urlFrom: 'environment', tokenFrom: null })
    })

    it('tells what the checks find, at its place in the text', async () => {
      const { findings, leftOut, faults } = await client.example.findings({ id: 'nosy' })
      expect({ leftOut, faults }).toEqual({ leftOut: 0, faults: [] })
      const found = findings.find(({ check }) => check === 'git-history')
      if (!found?.at || !found.bytes) throw new Error('the command is in a text')
      expect(found).toMatchObject({ rule: 'git-history', isDropping: false, at: { messageIndex: 1, field: 'arguments', call: 0 } })
      const { text } = await client.example.text({ id: 'nosy', message: 1, field: 'arguments', call: 0, offset: 0, limit: 1_000 })
      const piece = text.slice(found.at.start, found.at.end)
      expect(piece).toContain('git log --all')
      expect(Buffer.from(text).subarray(found.bytes.start, found.bytes.end).toString()).toBe(piece)
    })

    it('leads through a queue, and knows it by another name', async () => {
      const definition = aQueue({ name: 'Two of them', order: 'random', size: 2, selection: { where: 'trajectory_id in ["one", "nosy"]' } })
      expect(await client.queue.preview(definition)).toMatchObject({ matching: 2, taken: 2 })
      const { id: queue } = await client.queue.make(definition)
      const first = await client.queue.place({ queue, id: null, reviewer: 'ada' })
      expect(first.nextIds.toSorted()).toEqual(['nosy', 'one'])
      const skipped = await client.queue.skip({ queue, id: first.next ?? '', reviewer: 'ada' })
      expect(skipped).toMatchObject({ position: 0, next: first.nextIds[1], isSkipped: true, left: 1, isBlind: false })
      expect(await client.queue.rename({ queue, name: 'Both' })).toMatchObject({
        id: queue,
        total: 2,
        definition: { name: 'Both', seed: 1 },
      })
      expect(await client.queue.list({ reviewer: 'ada' })).toMatchObject([
        { id: queue, left: 2, reviewers: [{ reviewer: 'ada', skipped: 1 }] },
      ])
      expect(await client.queue.remove({ queue })).toEqual({ removed: true })
    })

    it('changes how a run is trained on, and lays attempts side by side', async () => {
      const at = { messageIndex: 1, field: 'content' as const, call: null, start: 0, end: 4 }
      expect(await client.step.occurrences({ id: 'long', text: 'done' })).toEqual([at])
      const edits = [
        { kind: 'mask' as const, messages: [1] },
        { kind: 'redact' as const, redaction: { at, replacement: '[gone]' } },
      ]
      expect(await client.step.edit({ id: 'long', edits })).toMatchObject({
        edits: { masked: [1], cutAfter: null, redactions: [{ at }] },
        row: { maskedMessages: 1, redactions: 1 },
      })
      expect(await client.review.undo({})).toMatchObject({ count: 2, row: { maskedMessages: 0, redactions: 0 } })
      expect(await client.step.proposals({ id: 'long' })).toEqual([])
      expect(await faultOf(client.step.edit({ id: 'long', edits: [{ kind: 'mask', messages: [0] }] }))).toMatchObject({ kind: 'bad-input' })

      const { total, attempts } = await client.sibling.attempts({ id: 'one' })
      expect({ total, ids: attempts.map(({ id }) => id) }).toEqual({ total: 4, ids: expect.arrayContaining(['one', 'two']) })
      const aligned = await client.sibling.align({ ids: ['one', 'two'] })
      expect(aligned).toMatchObject({ runs: [{ id: 'one' }, { id: 'two' }], firstDivergence: null })
      expect(await client.sibling.pair({ chosen: 'one', rejected: 'two' })).toMatchObject({ chosen: 'one', instanceId: expect.any(String) })
      expect(await client.sibling.pairs({ id: 'two', offset: 0, limit: 10 })).toMatchObject({ total: 1, rows: [{ rejected: 'two' }] })
      expect(await client.sibling.unpair({ chosen: 'one', rejected: 'two' })).toEqual({ seq: expect.any(Number) })
      const { batch, rows } = await client.sibling.pick({ best: 'one', others: ['two'] })
      expect(rows).toMatchObject([{ decision: 'accept' }, { decision: 'reject' }])
      expect(await client.review.undo({})).toMatchObject({ count: 2, undone: { batch } })
    })

    it('writes a pack, takes it in again, and merges its ledger', async () => {
      const path = join(bench.folder, 'some.winnow-pack')
      const made = await lastEvent(await client.pack.make({ path, selection: { where: 'trajectory_id == "one"' }, withLedger: true }))
      if (made?.kind !== 'done') throw new Error('packing did not end')
      expect(made.result).toMatchObject({ path, examples: 1, notHere: 0 })
      expect(await lastEvent(await client.pack.open({ path }))).toMatchObject({
        kind: 'done',
        result: { examples: 0, same: 1, rejected: [], merged: { added: 0, same: made.result.entries } },
      })
      expect(await client.pack.merge({ path })).toMatchObject({ added: 0, same: made.result.entries, conflicts: [] })
      expect(await client.review.agreement()).toMatchObject({ pairs: [], disputed: 0 })
      expect(await client.review.disagreements({ offset: 0, limit: 10 })).toEqual({ total: 0, rows: [] })
    })

    it('exports a split dataset, shows a row of it as its trainer reads it, proves the folder, and pushes nothing without a token', async () => {
      const ids = ['hub-1', 'hub-3', 'one', 'nosy']
      for (const id of ids) await client.review.decide({ id, kind: 'accept' })
      const dir = join(bench.folder, 'sft')
      const plan = exportPlan.parse({ target: 'trl', splits: { by: 'repo', shares: { train: 0.5, validation: 0.5, test: 0 }, seed: 1 } })
      const told = await client.export.preview(plan)
      expect(told.splits).toMatchObject({ leaks: [], rows: [{ split: 'train' }, { split: 'validation' }] })
      const made = await lastEvent(await client.export.run({ ...plan, out: dir, expected: told.chosenHash }))
      expect(made).toMatchObject({ kind: 'done', result: { target: 'trl', out: dir, examples: told.chosen } })

      const lines = (await readFile(join(dir, 'rows.jsonl'), 'utf8')).trim().split('\n')
      const { split, line } = lines.map((text) => JSON.parse(text)).find((row) => row.ids.includes('nosy'))
      const row = (await readFile(join(dir, `${split}.jsonl`), 'utf8')).split('\n')[line - 1] ?? ''
      const seen = await client.trainer.view({ id: 'nosy', target: 'trl' })
      expect(JSON.parse(seen.text)).toEqual(JSON.parse(row))
      expect(seen.checks.find(({ id }) => id === 'arguments')).toMatchObject({ state: 'ok', kept: 1, of: 1 })

      expect(await lastEvent(await client.export.verify({ dir }))).toMatchObject({
        kind: 'done',
        result: { ok: true, by: 'workspace', rows: told.chosen, problems: [] },
      })
      const to = 'hf://datasets/owner/sft'
      expect(await lastEvent(await client.push.plan({ dir, to }))).toMatchObject({
        kind: 'done',
        result: { user: null, exists: false, secrets: [], refusals: [expect.stringContaining('without a token')] },
      })
      const pushing = async () => lastEvent(await client.push.run({ dir, to }))
      expect(await faultOf(pushing())).toMatchObject({
        message: expect.stringContaining('without a token'),
        remedy: expect.stringContaining('HF_TOKEN'),
      })
      const { name, html } = await client.report({ kind: 'example', id: 'nosy' })
      expect(name).toMatch(/\.html$/)
      expect(html).toContain('git log --all')
      expect(html).not.toContain('<script')
    })

    it('says whose setting is wrong', async () => {
      expect(await faultOf(client.settings.set({ hubUrl: 'huggingface' }))).toMatchObject({ kind: 'bad-input', culprit: 'hubUrl' })
    })

    it('stops work when its caller aborts, keeps what was written, and goes on from there', async () => {
      const watching = new AbortController()
      const events = await client.workspace.watch(undefined, { signal: watching.signal })
      const ended = jobEnded(until(events, watching.signal))
      const stop = new AbortController()
      const stream = await client.source.add({ source: many }, { signal: stop.signal })
      for await (const event of until(stream, stop.signal)) {
        if (event.kind === 'progress' && event.rows > 0) stop.abort()
      }
      await ended
      watching.abort()
      const halfway = (await client.source.list()).find(({ uri }) => uri.endsWith('many.jsonl'))
      expect(halfway?.isComplete).toBe(false)
      expect(halfway?.examples).toBeGreaterThan(0)
      expect(halfway?.examples).toBeLessThan(MANY)
      expect(await lastEvent(await client.source.add({ source: many }))).toMatchObject({
        kind: 'done',
        result: { examples: MANY, rejectedCount: 0 },
      })
    })
  })
}

/** Ends where the stream ends, and where its own caller cut it off: transports word that differently, the signal tells. */
async function* until<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  try {
    yield* stream
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function drain(stream: AsyncIterable<unknown>, signal: AbortSignal): Promise<void> {
  for await (const _ of until(stream, signal));
}

async function jobEnded(events: AsyncIterable<{ kind: string }>): Promise<void> {
  for await (const { kind } of events) if (kind === 'job-ended') return
}
