import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Contract } from '#contract'
import type { EngineMessage, EngineOrder } from '../../src/main/engine-message.ts'
import { isolatedEnv } from '../support/winnow-server.ts'

const ENGINE = pathToFileURL(resolve(import.meta.dirname, '../../out/main/engine.js')).href

type OfKind<K extends EngineMessage['kind']> = Extract<EngineMessage, { kind: K }>

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-engine-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** The built engine on a workspace below `folder`, or on the one it chooses itself. */
function startEngine(argv: string[]) {
  const thread = new Worker(new URL('../support/engine-thread.mjs', import.meta.url), {
    workerData: ENGINE,
    argv,
    env: isolatedEnv(folder),
  })
  const heard: EngineMessage[] = []
  thread.on('message', (message: EngineMessage) => heard.push(message))
  const tell = (data: EngineOrder, ...ports: MessageChannel['port1'][]) => thread.postMessage({ data, ports }, ports)
  return {
    ended: once(thread, 'exit').then(([code]) => code as number),
    tell,
    /** The first message of a kind that fits, come or to come. */
    async first<K extends EngineMessage['kind']>(kind: K, fits: (message: OfKind<K>) => boolean = () => true): Promise<OfKind<K>> {
      for (;;) {
        const found = heard.filter((message): message is OfKind<K> => message.kind === kind).find(fits)
        if (found) return found
        await once(thread, 'message')
      }
    },
    connect(): ContractRouterClient<Contract> {
      const { port1, port2 } = new MessageChannel()
      tell({ kind: 'port' }, port1)
      const client = createORPCClient<ContractRouterClient<Contract>>(new RPCLink({ port: port2 }))
      port2.start()
      return client
    },
  }
}

describe('the engine', () => {
  it('serves a port that was handed over before its workspace was open, and ends in order', async () => {
    const workspace = join(folder, 'workspace')
    const engine = startEngine([workspace])
    const client = engine.connect()
    expect(await client.workspace.info()).toMatchObject({ path: workspace, host: 'desktop' })
    await engine.first('ready')
    engine.tell({ kind: 'close' })
    expect(await engine.ended).toBe(0)
  })

  it('serves every page its own port', async () => {
    const engine = startEngine([join(folder, 'workspace')])
    const [one, two] = [engine.connect(), engine.connect()]
    expect(await one.settings.set({ theme: 'light' })).toMatchObject({ theme: 'light' })
    expect(await two.settings.get()).toMatchObject({ theme: 'light' })
    engine.tell({ kind: 'close' })
    await engine.ended
  })

  it('tells main what is open, what was open before, and where exports went', async () => {
    const workspace = join(folder, 'workspace')
    const engine = startEngine([workspace])
    const { facts } = await engine.first('facts', ({ facts: { recent } }) => recent.length > 0)
    expect(facts).toEqual({ workspace, recent: [{ path: workspace, name: 'workspace' }], exports: [] })
    engine.tell({ kind: 'close' })
    await engine.ended
  })

  it('opens the sample on a first run, and what was open last after that', async () => {
    const first = startEngine([])
    expect((await first.first('facts')).facts.workspace).toBe(join(folder, 'data', 'winnow', 'sample'))
    const other = join(folder, 'other')
    expect(await first.connect().workspace.open({ path: other })).toMatchObject({ path: other })
    first.tell({ kind: 'close' })
    await first.ended
    const second = startEngine([])
    expect((await second.first('facts')).facts.workspace).toBe(other)
    second.tell({ kind: 'close' })
    await second.ended
  })

  it('says why it cannot open its workspace, and ends with the code that means so', async () => {
    const file = join(folder, 'not-a-folder')
    await writeFile(file, '')
    const engine = startEngine([file])
    expect((await engine.first('failed')).fault).toEqual({ message: expect.stringContaining('not-a-folder'), remedy: expect.any(String) })
    expect(await engine.ended).toBe(3)
  })
})
