import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { faultOf } from '../../support/fault-of.ts'
import { openHubBench, RUNS } from '../../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../../support/open-workbench.ts'
import { buildShard } from '../../support/runs-parquet.ts'

async function openBench(options: Parameters<typeof openWorkbench>[0] = {}) {
  const bench = await openWorkbench(options)
  onTestFinished(() => bench.remove())
  return bench
}

describe('settings', () => {
  it('that were not given stay as they were', async () => {
    const { client } = await openBench()
    await client.settings.set({ hubUrl: 'https://hub.example', cacheBytes: 5, theme: 'light', layout: { left: 1 } })
    await client.settings.set({ reviewer: 'ada', hubUrl: undefined, layout: { right: 2 } })
    const now = { hubUrl: 'https://hub.example', cacheBytes: 5, theme: 'light', reviewer: 'ada', layout: { left: 1, right: 2 } }
    expect(await client.settings.get()).toMatchObject(now)
  })

  it.each([
    ['hubUrl', 'huggingface.co'],
    ['hubUrl', 'https://ann:hunter2@hub.example'],
    ['proxy', 'proxy.example:3128'],
    ['cacheBytes', -1],
  ])('refuse %s %s, naming it, and keep nothing of it', async (key, value) => {
    const { client, folder } = await openBench()
    const fault = await faultOf(client.settings.set({ [key]: value }))
    expect(fault).toMatchObject({ kind: 'bad-input', culprit: key, remedy: expect.any(String) })
    expect(JSON.stringify(fault)).not.toContain('hunter2')
    await client.settings.set({ reviewer: 'ada' })
    expect(await readFile(join(folder, 'config', 'settings.json'), 'utf8')).not.toContain('hunter2')
  })

  it('take an address back', async () => {
    const { client } = await openBench()
    await client.settings.set({ hubUrl: 'https://hub.example/', proxy: 'http://proxy.example:3128' })
    expect((await client.workspace.info()).hub).toEqual({ url: 'https://hub.example', urlFrom: 'settings', tokenFrom: null })
    await client.settings.set({ hubUrl: '', proxy: ' ' })
    expect(await client.settings.get()).toMatchObject({ hubUrl: '', proxy: '' })
    expect((await client.workspace.info()).hub).toMatchObject({ url: 'https://huggingface.co', urlFrom: 'default' })
  })

  it('of the Hub take effect for the next request', async () => {
    const { hub, client } = await openHubBench({ 'data/train-00000.parquet': buildShard({ name: 'run', count: 4 }) }, { hub: undefined })
    await client.settings.set({ hubUrl: 'http://127.0.0.1:9' })
    const add = async () => lastEvent(await client.source.add({ source: RUNS, take: 2 }))
    expect(await faultOf(add())).toMatchObject({ kind: 'offline' })
    await client.settings.set({ hubUrl: hub.url })
    expect(await add()).toMatchObject({ kind: 'done', result: { examples: 2 } })
  })

  it('show where the token is from, and never the token', async () => {
    const token = () => ({ value: 'hf_secret_of_somebody', from: 'keychain' as const })
    const { client } = await openBench({ hub: { url: null, proxy: null, token } })
    const info = await client.workspace.info()
    expect(info.hub.tokenFrom).toBe('keychain')
    expect(JSON.stringify([info, await client.settings.get()])).not.toContain('hf_secret')
  })
})
