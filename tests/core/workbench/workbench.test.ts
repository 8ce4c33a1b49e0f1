import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../support/fault-of.ts'
import { lastEvent, openWorkbench, SAMPLE } from '../../support/open-workbench.ts'

type Bench = Awaited<ReturnType<typeof openWorkbench>>

const everything = { selection: {}, sort: null, offset: 0, limit: 1000 }

describe('a workbench over the bundled sample', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openWorkbench()
    await lastEvent(await bench.client.source.add({ source: SAMPLE }))
  })

  afterAll(() => bench.remove())

  it('holds every row, measured and judged by the tutorial recipe', async () => {
    const { rows, total } = await bench.client.example.page(everything)
    expect(total).toBeGreaterThan(40)
    expect(rows.every(({ isMeasured, verdict }) => isMeasured && verdict !== null)).toBe(true)
  })

  it('tells the counts of the status bar', async () => {
    const { counts, sources } = await bench.client.workspace.info()
    expect(counts.keep + counts.drop).toBe(counts.measured)
    expect(counts).toMatchObject({ indexed: counts.measured, decided: 0, rejected: 0 })
    expect(sources).toHaveLength(1)
  })

  it('adds nothing when the same source is added again', async () => {
    const before = await bench.client.workspace.info()
    const done = await lastEvent(await bench.client.source.add({ source: SAMPLE }))
    expect(done).toMatchObject({ kind: 'done', result: { examples: before.counts.indexed, rejectedCount: 0 } })
  })

  it('opens an example with its steps, and its patch file by file', async () => {
    const { rows } = await bench.client.example.page({ ...everything, selection: { where: 'patch_files > 0' }, limit: 1 })
    const id = rows[0]?.id ?? ''
    const detail = await bench.client.example.get({ id })
    expect(detail.steps.length).toBeGreaterThan(2)
    const patch = await bench.client.example.patch({ id, which: 'model' })
    const file = await bench.client.example.patchFile({ id, which: 'model', file: 0 })
    expect(file.hunks.length).toBeGreaterThan(0)
    expect(patch.files[0]?.additions).toBe(file.additions)
  })

  it('finds a word anywhere in a trajectory and gives its place', async () => {
    const { rows } = await bench.client.example.page({ ...everything, limit: 1 })
    const id = rows[0]?.id ?? ''
    const { hits, total } = await bench.client.example.find({ id, query: 'the' })
    expect(total).toBeGreaterThan(0)
    const hit = hits.find(({ field }) => field === 'content')
    const piece = await bench.client.example.text({ id, message: hit?.message ?? 0, field: 'content', offset: hit?.offset ?? 0, limit: 3 })
    expect(piece.text.toLowerCase()).toBe('the')
  })

  it('keeps a decision beside the verdict, and undo brings the verdict back', async () => {
    const { rows } = await bench.client.example.page({ ...everything, selection: { where: 'verdict == "keep"' }, limit: 1 })
    const id = rows[0]?.id ?? ''
    const rejected = await bench.client.review.decide({ id, kind: 'reject', reason: 'wrong-fix', reviewer: 'ada' })
    expect(rejected.row).toMatchObject({
      verdict: 'keep',
      decision: 'reject',
      decisionReason: 'wrong-fix',
      outcome: 'drop',
      reviewer: 'ada',
    })
    const undone = await bench.client.review.undo({})
    expect(undone.row).toMatchObject({ id, decision: null, outcome: 'keep' })
    expect(await bench.client.review.check()).toMatchObject({ ok: true, entries: 2, problems: [] })
  })

  it('refuses a decision about bytes that are no longer there', async () => {
    const { rows } = await bench.client.example.page({ ...everything, limit: 1 })
    const fault = await faultOf(bench.client.review.decide({ id: rows[0]?.id ?? '', kind: 'accept', contentHash: 'f'.repeat(64) }))
    expect(fault.kind).toBe('conflict')
  })

  it('shows what a wider recipe would keep before it is applied', async () => {
    const { recipe, funnel } = await bench.client.recipe.current()
    const wider = recipe.text.replace(/max: \d+/, 'max: 1000000')
    const preview = await bench.client.recipe.preview({ text: wider })
    expect(preview.funnel.kept).toBe(funnel.kept + preview.newlyKept)
    expect((await bench.client.recipe.current()).recipe.hash).toBe(recipe.hash)
    const moved = await bench.client.example.page({ ...everything, selection: { moved: 'kept' } })
    expect(moved.total).toBe(preview.newlyKept)
    expect(preview.newlyKept).toBeGreaterThan(0)
    expect(moved.rows.every(({ verdict, reasons }) => verdict === 'drop' && reasons.length > 0)).toBe(true)
  })

  it('selects what a step drops, and says what the step does', async () => {
    const { funnel } = await bench.client.recipe.current()
    for (const { key, dropped, only, failing } of funnel.steps) {
      const selected = async (how: 'any' | 'first' | 'alone') =>
        (await bench.client.example.page({ ...everything, selection: { failing: { steps: [key], how } } })).total
      expect([await selected('first'), await selected('alone'), await selected('any')]).toEqual([dropped, only, failing])
      const insight = await bench.client.recipe.insight({ key })
      expect(insight).toMatchObject({ key, failing })
      expect(insight.examples.every(({ text }) => text !== '')).toBe(true)
    }
    expect(await faultOf(bench.client.recipe.insight({ key: 'nothing' }))).toMatchObject({ kind: 'bad-input', culprit: 'nothing' })
  })

  it('exports what stands, and remembers the export', async () => {
    const out = join(bench.folder, 'sft')
    const done = await lastEvent(await bench.client.export.run({ target: 'tutorial', out }))
    const { leaving } = await bench.client.export.preview({ target: 'tutorial' })
    expect(done).toMatchObject({ kind: 'done', result: { examples: leaving } })
    const lines = (await readFile(join(out, 'open_swe_sft.jsonl'), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(leaving)
    expect((await bench.client.export.history())[0]).toMatchObject({ target: 'tutorial', examples: leaving })
  })

  it('names the culprit and the place of a wrong expression', async () => {
    const fault = await faultOf(bench.client.example.page({ ...everything, selection: { where: 'no_such_column > 3' } }))
    expect(fault.kind).toBe('bad-input')
    expect(fault.message).toContain('no_such_column')
  })

  it('names the field of a call that is not of the contract', async () => {
    const fault = await faultOf(bench.client.example.page({ ...everything, limit: -1 }))
    expect(fault).toMatchObject({ kind: 'bad-input', culprit: 'limit' })
  })

  it('says so when there is no such example', async () => {
    expect(await faultOf(bench.client.example.get({ id: 'nobody' }))).toMatchObject({ kind: 'not-found', culprit: 'nobody' })
  })
})

describe('a workbench that is opened again', () => {
  it('still has the examples, the decision, the recipe and the verdicts', async () => {
    const first = await openWorkbench()
    await lastEvent(await first.client.source.add({ source: SAMPLE }))
    const { rows } = await first.client.example.page({ ...everything, limit: 1 })
    await first.client.review.decide({ id: rows[0]?.id ?? '', kind: 'accept' })
    const before = await first.client.workspace.info()
    await first.close()
    const again = await openWorkbench({ workspacePath: before.path })
    expect((await again.client.workspace.info()).counts).toEqual(before.counts)
    await again.remove()
    await first.remove()
  })

  it('measures again when the analysis was lost, and mirrors the decisions', async () => {
    const first = await openWorkbench()
    await lastEvent(await first.client.source.add({ source: SAMPLE }))
    const { rows } = await first.client.example.page({ ...everything, limit: 1 })
    await first.client.review.decide({ id: rows[0]?.id ?? '', kind: 'reject', reason: 'other' })
    const before = await first.client.workspace.info()
    await first.close()
    await rm(join(before.path, 'analysis.duckdb'))
    const again = await openWorkbench({ workspacePath: before.path })
    expect((await again.client.workspace.info()).counts).toEqual(before.counts)
    await again.remove()
    await first.remove()
  })
})

describe('adding bad files', () => {
  it('lists what could not be an example and keeps the rest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-bad-'))
    const good = JSON.stringify({
      instance_id: 'a__b-1',
      trajectory_id: 't1',
      messages: [{ role: 'user', content: 'hi' }],
      resolved: 1,
      metadata: {},
    })
    await writeFile(join(folder, 'rows.jsonl'), `${good}\n{"broken": \n${JSON.stringify({ foo: 1 })}\n${good.replace('"t1"', '"t2"')}\n`)
    const bench = await openWorkbench()
    const done = await lastEvent(await bench.client.source.add({ source: join(folder, 'rows.jsonl') }))
    expect(done).toMatchObject({ kind: 'done', result: { examples: 2, rejectedCount: 2 } })
    const { rows } = await bench.client.source.rejections({ offset: 0, limit: 10 })
    expect(rows.map(({ kind, ref }) => [kind, ref.row])).toEqual([
      ['malformed', 1],
      ['unknown-shape', 2],
    ])
    await bench.remove()
    await rm(folder, { recursive: true })
  })

  it('keeps both of two rows that share a trajectory id', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-twice-'))
    const row = (content: string) =>
      JSON.stringify({ instance_id: 'a', trajectory_id: 'same', messages: [{ role: 'user', content }], resolved: 1, metadata: {} })
    await writeFile(join(folder, 'rows.jsonl'), `${row('one')}\n${row('two')}\n`)
    const bench = await openWorkbench()
    await lastEvent(await bench.client.source.add({ source: folder }))
    const { rows } = await bench.client.example.page(everything)
    expect(rows.map(({ id }) => id)).toEqual(['same', 'same~2'])
    expect((await bench.client.example.get({ id: 'same~2' })).messages[0]?.content.text).toBe('two')
    await bench.remove()
    await rm(folder, { recursive: true })
  })
})
