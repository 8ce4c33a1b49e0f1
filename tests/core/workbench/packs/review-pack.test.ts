import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aQueue } from '../../../support/a-queue.ts'
import { faultOf } from '../../../support/fault-of.ts'
import { lastEvent } from '../../../support/open-workbench.ts'
import { buildFolder } from '../../../support/rows-on-disk.ts'
import { draft, extend } from '../../review/ledger-builder.ts'
import { benchWith, forge, linesOf } from './pack-builder.ts'

type Bench = Awaited<ReturnType<typeof benchWith>>

async function made(bench: Bench, input: Parameters<Bench['client']['pack']['make']>[0]) {
  const event = await lastEvent(await bench.client.pack.make(input))
  if (event?.kind !== 'done') throw new Error('packing did not end')
  return event.result
}

async function opened(bench: Bench, path: string) {
  const event = await lastEvent(await bench.client.pack.open({ path }))
  if (event?.kind !== 'done') throw new Error('opening did not end')
  return event.result
}

async function decisions({ client }: Bench) {
  const { rows } = await client.example.page({ selection: {}, sort: null, offset: 0, limit: 100 })
  return Object.fromEntries(
    rows.map(({ id, decision, isDisputed, decidedBy }) => [id, { decision, isDisputed, decidedBy: decidedBy.toSorted() }]),
  )
}

test('a pack goes to somebody else, is judged blind, comes back, is merged, and what differs is settled', async () => {
  const files = buildFolder()
  const ana = await benchWith(4)
  const bo = await benchWith(0)
  const say = (bench: Bench, reviewer: string, id: string, kind: 'accept' | 'reject', isBlind = false) =>
    bench.client.review.decide({ id, kind, reviewer, isBlind })

  await applyOwnRule(ana)
  await say(ana, 'ana', 'e0', 'accept')
  await say(ana, 'ana', 'e1', 'accept')
  const { id: queue } = await ana.client.queue.make(aQueue({ name: 'second look', doubleShare: 1, isBlind: true }))
  const pack = join(files, 'second.winnow-pack')
  expect(await made(ana, { path: pack, queue, withLedger: false })).toMatchObject({ examples: 4, notHere: 0, entries: 0 })
  expect(readdirSync(files)).toEqual(['second.winnow-pack'])

  const first = await opened(bo, pack)
  expect(first).toMatchObject({ examples: 4, same: 0, rejected: [], merged: null, notes: [], recipe: { isApplied: true } })
  expect((await bo.client.recipe.current()).recipe).toEqual((await ana.client.recipe.current()).recipe)
  const [there] = await bo.client.queue.list({ reviewer: 'bo' })
  expect(there).toMatchObject({ id: first.queue, total: 4, left: 4, definition: { isBlind: true, doubleShare: 1, name: 'second look' } })
  const rowsOf = async ({ client }: Bench) =>
    (await client.example.page({ selection: {}, sort: null, offset: 0, limit: 9 })).rows.map(({ id, contentHash, verdict, values }) => ({
      id,
      contentHash,
      verdict,
      values,
    }))
  expect(await rowsOf(bo)).toEqual(await rowsOf(ana))
  expect(await opened(bo, pack)).toMatchObject({ examples: 0, same: 4, queue: first.queue })
  expect(await bo.client.queue.list({})).toHaveLength(1)

  await say(bo, 'bo', 'e0', 'reject', true)
  await say(bo, 'bo', 'e1', 'accept', true)
  await say(bo, 'bo', 'e2', 'reject', true)
  const answers = join(files, 'answers.winnow-pack')
  expect(await made(bo, { path: answers, withLedger: true })).toMatchObject({ examples: 0, entries: 3 })

  const merged = await ana.client.pack.merge({ path: answers })
  expect(merged).toMatchObject({
    entries: 3,
    added: 3,
    same: 0,
    unknown: 0,
    stale: 0,
    notes: [],
    reviewers: [{ reviewer: 'bo', entries: 3 }],
  })
  expect(merged.conflicts).toMatchObject([{ exampleId: 'e0', here: [{ reviewer: 'ana' }], there: [{ reviewer: 'bo', isBlind: true }] }])
  expect(await ana.client.pack.merge({ path: answers })).toMatchObject({ added: 0, same: 3, conflicts: [] })
  expect(await ana.client.review.agreement()).toMatchObject({
    pairs: [{ a: 'ana', b: 'bo', both: 2, agreed: 1, percent: 0.5 }],
    doubled: 2,
    disputed: 1,
  })
  expect(await ana.client.review.disagreements({ offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ exampleId: 'e0', row: { isDisputed: true } }],
  })
  expect((await ana.client.review.check()).recipes.every(({ name }) => name !== null)).toBe(true)

  await say(ana, 'ana', 'e0', 'reject')
  expect(await ana.client.review.disagreements({ offset: 0, limit: 10 })).toEqual({ total: 0, rows: [] })
  // The other way, from the folder of a workspace that is open.
  expect(await bo.client.pack.merge({ path: join(ana.folder, 'workspace') })).toMatchObject({ added: 3, same: 3 })
  expect(await decisions(bo)).toEqual(await decisions(ana))
  expect(await bo.client.review.check()).toMatchObject({ ok: true, entries: 6 })
})

test('what a pack holds is checked: hostile rows are refused one by one, and what is here is never replaced', async () => {
  const files = buildFolder()
  const ana = await benchWith(5)
  const pack = join(files, 'pack')
  await made(ana, { path: pack, selection: {}, withLedger: false })
  const [header, ...examples] = linesOf(pack)
  const [e0, e1, e2, e3, e4] = examples
  const ref = (example: typeof e0, said: Record<string, unknown>) => ({ ...example, ref: { ...(example?.ref as object), ...said } })
  const bad = [
    {
      ...header,
      rulePacks: [
        { name: '../escape.yaml', text: 'x' },
        { name: 'mine.yaml', text: 'rules: []' },
      ],
    },
    { ...e0, body: String(e0?.body).replace('Fix the bug.', 'Fix nothing.') },
    { ...e1, id: 'another' },
    ref(e2, { file: '../../etc/passwd' }),
    { ...e3, needs: 'many' },
    { ...ref(e3, { row: 77 }), body: '{"__proto__":1' },
    e4,
    e4,
    { ...e4, id: 'e4~2' },
  ]
  forge(pack, bad as Record<string, unknown>[])
  const bo = await benchWith(0)
  const result = await opened(bo, pack)
  expect(result).toMatchObject({ examples: 1, same: 0 })
  expect(result.rejected.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('where it came from'),
    expect.stringContaining('The line is not in order: needs'),
    expect.stringContaining('twice'),
    expect.stringContaining('twice'),
    expect.stringContaining('JSON'),
    'Its content is not what its hash says.',
    'Its id is not that of its content.',
  ])
  expect(result.notes).toEqual(['rules/../escape.yaml was left out: that is no name for such a file.'])
  expect(existsSync(join(bo.folder, 'workspace/escape.yaml'))).toBe(false)
  expect(readFileSync(join(bo.folder, 'workspace/rules/mine.yaml'), 'utf8')).toBe('rules: []')
  expect(await bo.client.queue.list({})).toMatchObject([{ total: 1 }])

  // The same id with other bytes, and another id at a place that is taken: ana keeps hers.
  forge(pack, [header ?? {}, { ...e0, contentHash: 'f'.repeat(64) }, { ...e1, id: 'another' }, e2 ?? {}])
  expect(await opened(ana, pack)).toMatchObject({
    examples: 0,
    same: 1,
    rejected: [{ reason: 'An example of this id is here with other content.' }, { reason: 'At its place is example e1 here.' }],
    recipe: { isApplied: false },
  })
  expect((await decisions(ana)).e0).toEqual({ decision: null, isDisputed: false, decidedBy: [] })
})

test('a pack that is not whole, or is none, is refused before anything of it is taken', async () => {
  const files = buildFolder()
  const ana = await benchWith(2)
  await ana.client.review.decide({ id: 'e0', kind: 'accept' })
  const pack = join(files, 'pack')
  await made(ana, { path: pack, selection: {}, withLedger: true })
  const whole = readFileSync(pack)
  const lines = linesOf(pack)
  const bo = await benchWith(0)
  const refusal = async (write: () => void) => {
    write()
    return (await faultOf(opened(bo, pack))).message
  }
  const entryOf = (line: Record<string, unknown>) => ({ ...line, entry: { ...(line.entry as object), reviewer: 'mallory' } })
  expect(await refusal(() => writeFileSync(pack, whole.subarray(0, whole.length - 40)))).toContain('its end is missing')
  expect(await refusal(() => writeFileSync(pack, 'hello'))).toContain('is not a review pack')
  expect(await refusal(() => writeFileSync(pack, ''))).toContain('its end is missing')
  expect(await refusal(() => forge(pack, [{ format: 'winnow-pack', version: 2 }]))).toContain('newer Winnow')
  expect(await refusal(() => forge(pack, [{ ...lines[0], queue: 7 }, ...lines.slice(1)]))).toContain('header is not in order: queue')
  expect(
    await refusal(() =>
      forge(
        pack,
        lines.map((line) => (line.kind === 'entry' ? entryOf(line) : line)),
      ),
    ),
  ).toContain('Entry 1 was changed')
  expect((await faultOf(bo.client.pack.merge({ path: pack }))).message).toContain('Entry 1 was changed')
  expect(await refusal(() => writeFileSync(pack, Buffer.concat([whole, whole])))).toContain('behind its end')
  expect((await faultOf(bo.client.pack.merge({ path: files }))).message).toContain('holds no Winnow workspace')
  expect((await faultOf(bo.client.pack.merge({ path: join(files, 'nowhere') }))).kind).toBe('not-found')
  expect((await faultOf(opened(bo, join(files, 'nowhere')))).kind).toBe('not-found')
  expect((await faultOf(bo.client.pack.merge({ path: 'pack' }))).message).toContain('does not say which folder')
  expect((await faultOf(made(ana, { path: join(files, 'empty'), withLedger: false }))).message).toBe('There is nothing to pack.')
  expect((await bo.client.workspace.info()).counts.indexed).toBe(0)
  expect(await bo.client.review.check()).toMatchObject({ entries: 0 })
  await made(ana, { path: pack, selection: {}, withLedger: false })
  expect((await faultOf(bo.client.pack.merge({ path: pack }))).message).toContain('carries no ledger')

  const ahead = extend([], draft('accept', { exampleId: 'elsewhere' }), () => new Date('2099-01-01'))
  forge(pack, [lines[0] ?? {}, ...ahead.map((entry) => ({ kind: 'entry', entry }))])
  expect(await bo.client.pack.merge({ path: pack })).toMatchObject({
    added: 1,
    unknown: 1,
    notes: [expect.stringContaining('1 entry of ana is dated in the future, up to 2099-01-01')],
  })
})

/** A recipe with a rule of the workspace's own. */
async function applyOwnRule({ folder, client }: Bench): Promise<void> {
  const rule = { id: 'few-messages', version: 1, title: 'Few messages', help: 'Drops short runs.', severity: 'low' }
  const pack = { name: 'own', rules: [{ ...rule, drop: 'n_messages < 100', says: '{n_messages} messages' }] }
  mkdirSync(join(folder, 'workspace/rules'))
  writeFileSync(join(folder, 'workspace/rules/own.yaml'), JSON.stringify(pack))
  await client.recipe.apply({ name: 'own recipe', text: JSON.stringify({ steps: [{ rule: 'few-messages' }] }) })
}
