import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { toFault } from '#record'
import { createWorkbench } from '#workbench'
import { faultOf } from '../../../support/fault-of.ts'
import { hostIn, lastEvent, openWorkbench, SAMPLE } from '../../../support/open-workbench.ts'
import { byteLevelBpe } from '../../measure/tokens/file/tokenizer-files.ts'

type Opened = Awaited<ReturnType<typeof openWorkbench>>

const everything = { selection: {}, sort: null, offset: 0, limit: 100 }

/** A workbench with the bundled sample measured, and a model's tokenizer.json beside its workspace. */
async function openSample() {
  const opened = await openWorkbench()
  onTestFinished(() => opened.remove())
  await lastEvent(await opened.client.source.add({ source: SAMPLE, take: 1 }))
  const model = join(opened.folder, 'Tiny-1B')
  await mkdir(model)
  const file = join(model, 'tokenizer.json')
  await writeFile(file, JSON.stringify(byteLevelBpe()))
  return { ...opened, file, workspacePath: join(opened.folder, 'workspace') }
}

/** The same workspace opened again, as the next start does it. */
async function again({ folder, close }: Pick<Opened, 'folder' | 'close'>) {
  await close()
  const workbench = await createWorkbench(hostIn(folder))
  onTestFinished(() => workbench.close())
  return { workbench, client: createRouterClient(workbench.router) }
}

const valuesOf = async ({ client }: { client: Opened['client'] }) => {
  const { rows } = await client.example.page(everything)
  return rows.map(({ id, values: { model_tokens: tokens, ...others }, verdict }) => ({ id, tokens, others, verdict }))
}

const choose = ({ client }: { client: Opened['client'] }, tokenizer: string, signal?: AbortSignal) => {
  const { useTokenizer: call } = client.measure
  return call({ tokenizer }, { signal })
}

/** Chooses another tokenizer, and stops as soon as counting begins. */
async function stopAtOnce(opened: Pick<Opened, 'client'>): Promise<void> {
  const stop = new AbortController()
  for await (const _ of await choose(opened, 'cl100k_base', stop.signal)) stop.abort()
}

describe('the tokenizer of a workspace', { timeout: 120_000 }, () => {
  it('is o200k_base until somebody chooses', async () => {
    const { client } = await openWorkbench().then((opened) => {
      onTestFinished(() => opened.remove())
      return opened
    })
    expect(await client.measure.tokenizer()).toEqual({ kind: 'tiktoken', name: 'o200k_base', encoding: 'o200k_base@1', lacking: 0 })
  })

  it('once chosen counts model_tokens anew, and leaves every other value as it was', async () => {
    const opened = await openSample()
    const before = await valuesOf(opened)
    const events = []
    for await (const event of await choose(opened, 'cl100k_base')) events.push(event)
    const after = await valuesOf(opened)
    expect(events[0]).toEqual({ kind: 'started', total: before.length })
    expect(events.at(-1)).toMatchObject({ kind: 'done', measured: before.length, failedCount: 0 })
    expect(after.map(({ others }) => others)).toEqual(before.map(({ others }) => others))
    expect(after.map(({ tokens }) => tokens)).toEqual(after.map(({ others }) => others.full_tokens))
    expect(after.map(({ tokens }) => tokens)).not.toEqual(before.map(({ tokens }) => tokens))
    expect(after.every(({ verdict }) => verdict !== null)).toBe(true)
    expect(await opened.client.measure.tokenizer()).toMatchObject({ name: 'cl100k_base', lacking: 0 })
    expect((await opened.client.workspace.info()).jobs).toEqual([])
  })

  it('may be a tokenizer.json, which is copied into the workspace and named by its model and content', async () => {
    const opened = await openSample()
    const before = await valuesOf(opened)
    await lastEvent(await choose(opened, opened.file))
    const chosen = await opened.client.measure.tokenizer()
    expect(chosen).toMatchObject({ kind: 'file', name: 'Tiny-1B', encoding: expect.stringMatching(/^Tiny-1B@[0-9a-f]{12}$/), lacking: 0 })
    const [copy] = await readdir(join(opened.workspacePath, 'tokenizers'))
    expect(copy).toBe(`${chosen.encoding.split('@')[1]}.json`)
    expect((await opened.client.measure.list()).find(({ id }) => id === 'model_tokens')).toMatchObject({ encoding: chosen.encoding })
    const after = await valuesOf(opened)
    expect(after.every(({ tokens }, at) => Number(tokens) > Number(before[at]?.tokens))).toBe(true)
    await rm(opened.file)
    const next = await again(opened)
    await next.workbench.ready
    expect(await next.client.measure.tokenizer()).toEqual(chosen)
    expect(await valuesOf(next)).toEqual(after)
  })

  it('counts what is added later', async () => {
    const opened = await openWorkbench()
    onTestFinished(() => opened.remove())
    await lastEvent(await choose(opened, 'cl100k_base'))
    await lastEvent(await opened.client.source.add({ source: SAMPLE, take: 1 }))
    const values = await valuesOf(opened)
    expect(values.length).toBeGreaterThan(0)
    for (const { tokens, others } of values) expect(tokens).toBe(others.full_tokens)
  })

  it('stopped in the midst is chosen all the same, and the next start counts the rest', async () => {
    const opened = await openSample()
    expect(await faultOf(stopAtOnce(opened))).toMatchObject({ kind: 'cancelled' })
    const { name, lacking } = await opened.client.measure.tokenizer()
    expect(name).toBe('cl100k_base')
    expect(lacking).toBeGreaterThan(0)
    const next = await again(opened)
    await next.workbench.ready
    expect(await next.client.measure.tokenizer()).toMatchObject({ name: 'cl100k_base', lacking: 0 })
    for (const { tokens, others } of await valuesOf(next)) expect(tokens).toBe(others.full_tokens)
  })

  it('stopped in the midst goes on when it is chosen again', async () => {
    const opened = await openSample()
    await faultOf(stopAtOnce(opened))
    await lastEvent(await choose(opened, 'cl100k_base@1'))
    expect(await opened.client.measure.tokenizer()).toMatchObject({ lacking: 0 })
  })

  it.each([
    ['is not there', 'no-such-file.json', null, 'not-found', 'There is no tokenizer'],
    ['is not JSON', 'a.json', '{"model"', 'bad-input', 'it is not JSON'],
    ['has no model', 'a.json', '{"vocab":{}}', 'bad-input', 'it has no "model"'],
    [
      'has a model nobody knows',
      'a.json',
      '{"model":{"type":"WordLevel","vocab":{}}}',
      'bad-input',
      'of the type "WordLevel"; known are BPE, WordPiece, Unigram',
    ],
    ['has no merges', 'a.json', '{"model":{"type":"BPE","vocab":{"a":1}}}', 'bad-input', 'its BPE model has no "merges"'],
    [
      'has half a merge',
      'a.json',
      '{"model":{"type":"BPE","vocab":{"a":1},"merges":["a"]}}',
      'bad-input',
      'no "merges" of two tokens each',
    ],
    ['has no token', 'a.json', '{"model":{"type":"BPE","vocab":{},"merges":[]}}', 'bad-input', 'its BPE model has no "vocab"'],
    [
      'has a normalizer nobody knows',
      'a.json',
      '{"normalizer":{"type":"Rot13"},"model":{"type":"BPE","vocab":{"a":1},"merges":[]}}',
      'bad-input',
      'Rot13',
    ],
  ])('is refused when the file %s, and the one before stays', async (_, name, text, kind, message) => {
    const opened = await openWorkbench()
    onTestFinished(() => opened.remove())
    const path = join(opened.folder, name)
    if (text !== null) await writeFile(path, text)
    const fault = await faultOf(choose(opened, path).then(lastEvent))
    expect(fault).toMatchObject({ kind, culprit: path, message: expect.stringContaining(message) })
    expect(await opened.client.measure.tokenizer()).toMatchObject({ name: 'o200k_base' })
  })

  it('that is gone from the workspace is told as that, and another one mends it', async () => {
    const opened = await openSample()
    await lastEvent(await choose(opened, opened.file))
    const [copy = ''] = await readdir(join(opened.workspacePath, 'tokenizers'))
    const path = join(opened.workspacePath, 'tokenizers', copy)
    await writeFile(path, `${await readFile(path, 'utf8')} `)
    await opened.close()
    await rm(join(opened.workspacePath, 'analysis.duckdb'))
    const next = await again(opened)
    expect(toFault(await next.workbench.ready.catch((error: unknown) => error))).toMatchObject({
      kind: 'not-found',
      message: expect.stringContaining('Tiny-1B has changed'),
      culprit: path,
    })
    expect((await next.client.workspace.info()).trouble).toMatchObject({ kind: 'not-found' })
    expect((await next.client.source.rejections({ offset: 0, limit: 10 })).total).toBe(0)
    await lastEvent(await choose(next, 'o200k_base'))
    expect((await next.client.workspace.info()).trouble).toBeNull()
    expect((await valuesOf(next)).every(({ tokens }) => typeof tokens === 'number')).toBe(true)
  })
})
