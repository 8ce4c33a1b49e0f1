import '../../../support/planted-checks.ts'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMeasurePool, DEFAULT_PLAN, type MeasureJob, type MeasurePool, type MeasurePoolOptions, measureExample } from '#measure'
import { indexOf, parseRow } from '#parse'
import { buildWorker, PLANTED_WORKER } from '../../../support/build-worker.ts'

const troubled = pathToFileURL(resolve(import.meta.dirname, '../../../fixtures/workers/troubled.mjs'))
const row = {
  trajectory_id: 't-1',
  instance_id: 'o__r-1',
  resolved: 1,
  model_patch: '',
  metadata: {},
  trajectory: [{ role: 'user', content: 'hello world' }],
}

const job = (ticket: number, body: string): MeasureJob => ({
  ticket,
  ref: { sourceId: 's1', uri: 'x.jsonl', revision: null, file: 'x.jsonl', row: ticket },
  hints: { config: 'openhands', split: 'minimax_m25' },
  body,
  plan: DEFAULT_PLAN,
})

/** The row with another first message. */
const saying = (content: string): string => JSON.stringify({ ...row, trajectory: [{ role: 'user', content }] })

let workerUrl: URL
let pool: MeasurePool | undefined
const open = (options: Partial<MeasurePoolOptions> = {}): MeasurePool => {
  pool = createMeasurePool({ workerUrl, size: 2, ...options })
  return pool
}
beforeAll(async () => {
  workerUrl = await buildWorker(PLANTED_WORKER)
})
afterEach(() => pool?.close())
afterAll(() => rm(new URL('.', workerUrl), { recursive: true }))

describe('a measure pool with the real worker', () => {
  it('gives the index and values that the same code gives in process', async () => {
    const given = job(7, JSON.stringify(row))
    const parsed = parseRow({ ref: given.ref, hints: given.hints, value: row })
    if (parsed.kind !== 'example') throw new Error('the row must parse')
    expect(await open().measure(given)).toEqual({
      ticket: 7,
      kind: 'measured',
      index: indexOf(parsed.example),
      values: measureExample(parsed.example),
    })
  })

  it('rejects bad rows by reason and measures the others', async () => {
    const two = open()
    const bodies = ['{"trajectory', JSON.stringify(row), '{"a":1}', '"text"', JSON.stringify(row)]
    const results = await Promise.all(bodies.map((body, ticket) => two.measure(job(ticket, body))))
    expect(results.map((result) => (result.kind === 'rejection' ? result.rejection.kind : result.kind))).toEqual([
      'malformed',
      'measured',
      'unknown-shape',
      'not-an-example',
      'measured',
    ])
  })

  it('rejects a row that needs more memory than a thread may use, and goes on in a new thread', async () => {
    const small = open({ size: 1, memoryMb: 96 })
    const huge = JSON.stringify({ ...row, trajectory: Array.from({ length: 2_000_000 }, () => ({ role: 'user' })) })
    const [first, second] = await Promise.all([small.measure(job(0, huge)), small.measure(job(1, JSON.stringify(row)))])
    expect(first).toMatchObject({ ticket: 0, kind: 'rejection', rejection: { kind: 'too-large', ref: { row: 0 } } })
    expect(first).toHaveProperty('rejection.reason', expect.stringContaining('more memory than a thread may use (96 MB)'))
    expect(second).toMatchObject({ ticket: 1, kind: 'measured' })
  })
})

describe('a check that does not come to its end', () => {
  const values = (content: string, pool: MeasurePool) =>
    pool.measure(job(0, saying(content))).then((result) => (result.kind === 'measured' ? result.values : result))

  it.each([
    ['throws', 'planted throw', 'Test check planted stopped: it was told to'],
    ['cannot be counted', 'planted leaf miscount', 'Test check planted stopped: it cannot count'],
    ['takes too long', 'planted hang', 'Test check planted took longer than 0.3 s'],
    ['ends its thread', 'planted exit', 'Test check planted ended its thread: it exited with code 3'],
  ])('is a fault of its own where it %s', async (_, content, fault) => {
    expect(await values(content, open({ checkMs: 300 }))).toMatchObject({ n_messages: 1, planted_leaves: null, planted_fault: fault })
  })

  it('keeps nobody from being measured: not the other check, not the rows before and behind', async () => {
    const one = open({ size: 1, checkMs: 300 })
    const all = await Promise.all(['one leaf', 'planted hang, leaf', 'leaf leaf'].map((content) => values(content, one)))
    expect(all).toMatchObject([
      { planted_leaves: 1, planted_fault: null, other_leaves: 1 },
      { planted_leaves: null, planted_fault: 'Test check planted took longer than 0.3 s', other_leaves: 1, other_planted_fault: null },
      { planted_leaves: 2, planted_fault: null, other_leaves: 2 },
    ])
  })

  it('is not even begun where only what another counts is asked for', async () => {
    const plan = { ...DEFAULT_PLAN, only: ['other_leaves', 'other_planted_fault'] }
    expect(await open().measure({ ...job(0, saying('planted exit, leaf')), plan })).toMatchObject({
      values: { other_leaves: 1, other_planted_fault: null },
    })
  })

  it('may be joined by a second one', async () => {
    const both = await values('planted hang other hang', open({ checkMs: 200 }))
    expect(both).toMatchObject({
      planted_fault: 'Test check planted took longer than 0.2 s',
      other_planted_fault: 'Test check other took longer than 0.2 s',
      n_messages: 1,
    })
  })

  it('is stopped at once by an abort', async () => {
    const stop = new AbortController()
    const asked = open({ size: 1 }).measure(job(0, saying('planted hang')), stop.signal)
    setTimeout(() => stop.abort(), 50)
    await expect(asked).rejects.toThrow('aborted')
  })
})

describe('looking for evidence', () => {
  const find = (content: string, skipped = {}, signal?: AbortSignal) => {
    const { ref, hints, body } = job(0, saying(content))
    return open({ size: 1, checkMs: 300 }).findings({ ref, hints, body, skipped }, signal)
  }
  const foundBy = async (found: ReturnType<typeof find>, id: string) => (await found).find(({ check }) => check === id)

  it('gives what each check finds, at its place', async () => {
    const at = { messageIndex: 0, field: 'content', call: null, start: 3, end: 7 }
    const evidence = [
      { kind: 'leaf', text: 'A leaf at 3.', certainty: 'certain', at, quote: 'leaf', parts: [], bytes: { start: 5, end: 9 } },
    ]
    expect(await foundBy(find('\u{1f342} leaf'), 'planted')).toEqual({ check: 'planted', evidence, leftOut: 0, fault: null })
  })

  it('tells a check that takes too long, and what the others find', async () => {
    const found = await find('planted hang leaf')
    expect(found.find(({ check }) => check === 'planted')).toMatchObject({
      evidence: null,
      fault: 'Test check planted took longer than 0.3 s',
    })
    expect(found.find(({ check }) => check === 'other-planted')).toMatchObject({ evidence: [{ quote: 'leaf' }], fault: null })
  })

  it('does not try again what is known to hang', async () => {
    const found = find('planted hang', { planted: 'took longer than 10 s' })
    expect(await foundBy(found, 'planted')).toMatchObject({ evidence: null, fault: 'took longer than 10 s' })
  })

  it('takes no more than a thousand of one check, and counts the others', async () => {
    const found = await foundBy(find('leaf '.repeat(1_003)), 'planted')
    expect(found).toMatchObject({ leftOut: 3 })
    expect(found?.evidence).toHaveLength(1_000)
  })

  it('says so when the row is no example, and ends with an abort', async () => {
    const { ref, hints } = job(0, '')
    await expect(open().findings({ ref, hints, body: '"text"', skipped: {} })).rejects.toThrow()
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    await expect(find('planted hang', {}, stop.signal)).rejects.toThrow('aborted')
  })
})

describe('a measure pool with a troubled worker', () => {
  it.each([
    ['throw', 'The thread that measured the row ended: boom.'],
    ['exit', 'The thread that measured the row ended: it exited with code 3.'],
  ])('rejects only the row its thread died on: %s', async (body, reason) => {
    const one = open({ workerUrl: troubled, size: 1 })
    const results = await Promise.all(['fine', body, 'fine'].map((text, ticket) => one.measure(job(ticket, text))))
    expect(results.map((result) => result.kind)).toEqual(['measured', 'rejection', 'measured'])
    expect(results[1]).toMatchObject({ ticket: 1, rejection: { kind: 'malformed', reason } })
  })

  it('runs no more threads than its size, whatever waits', async () => {
    const two = open({ workerUrl: troubled, size: 2 })
    const results = await Promise.all(Array.from({ length: 40 }, (_, ticket) => two.measure(job(ticket, 'fine'))))
    expect(results.map((result) => result.ticket)).toEqual(Array.from({ length: 40 }, (_, ticket) => ticket))
    expect(new Set(results.map((result) => (result.kind === 'measured' ? result.values.thread : null))).size).toBeLessThanOrEqual(2)
  })

  it('lets an abort stop the running row and those that wait, and serves others afterwards', async () => {
    const one = open({ workerUrl: troubled, size: 1 })
    await one.measure(job(0, 'fine'))
    const stop = new AbortController()
    const stopped = Promise.allSettled(['hang', 'fine'].map((body, ticket) => one.measure(job(ticket, body), stop.signal)))
    stop.abort()
    expect((await stopped).map((result) => (result.status === 'rejected' ? result.reason.name : result.status))).toEqual([
      'AbortError',
      'AbortError',
    ])
    await expect(one.measure(job(2, 'fine'), stop.signal)).rejects.toThrow('aborted')
    expect(await one.measure(job(3, 'fine'))).toMatchObject({ ticket: 3, kind: 'measured' })
  })

  it('ends running and waiting rows when it is closed, and takes none afterwards', async () => {
    const one = open({ workerUrl: troubled, size: 1 })
    const ended = Promise.allSettled(['hang', 'fine'].map((body, ticket) => one.measure(job(ticket, body))))
    await one.close()
    expect((await ended).map((result) => result.status)).toEqual(['rejected', 'rejected'])
    await expect(one.measure(job(2, 'fine'))).rejects.toThrow('Measuring was stopped')
  })

  it('blames no row when its worker cannot start', async () => {
    const missing = open({ workerUrl: new URL('./no-such-worker.mjs', import.meta.url) })
    await expect(missing.measure(job(0, 'fine'))).rejects.toThrow('could not start')
  })
})
