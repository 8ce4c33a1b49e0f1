import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { toFault } from '#record'
import { addSampleWhenEmpty, createWorkbench, hubOfEnvironment, lastWorkspace, personFolders, type Workbench } from '#workbench'
import { version } from '../../package.json'
import type { EngineMessage, EngineOrder } from './engine-message.ts'
import { reportFacts } from './report-facts.ts'

/** The code of an engine whose workspace cannot be opened: starting it again would not help. */
const CANNOT_OPEN = 3

const folders = personFolders({ platform: process.platform, env: process.env, home: homedir() })
const sample = join(folders.data, 'sample')
const waiting: MessagePortMain[] = []
let open: Workbench | null = null
/** From the keychain; main tells it before anything else. */
let kept: string | null = null

const tell = (message: EngineMessage): void => process.parentPort.postMessage(message)

// Heard from the first moment on: a page may ask before the workspace is open.
process.parentPort.on('message', ({ data, ports: [port] }) => {
  const order = data as EngineOrder
  if (order.kind === 'close') close().then(leave, leave)
  else if (order.kind === 'token') kept = order.token
  else if (port && open) serve(open, port)
  else if (port) waiting.push(port)
})

start().catch(fail)

/** Opens the workspace, serves whoever waited for it, and fills the sample's workspace the first time. */
async function start(): Promise<void> {
  const workbench = await openWorkbench()
  open = workbench
  for (const port of waiting.splice(0)) serve(workbench, port)
  tell({ kind: 'ready' })
  const client = createRouterClient(workbench.router)
  reportFacts(client, workbench.ready, (facts) => tell({ kind: 'facts', facts })).catch((error: unknown) => console.error(error))
  const { path } = await client.workspace.info()
  if (path === sample) await addSampleWhenEmpty(client)
}

function fail(error: unknown): void {
  const { message, remedy } = toFault(error)
  if (open) {
    console.error(message)
    return
  }
  tell({ kind: 'failed', fault: { message, remedy } })
  // The message is handed over in the background; leaving at once would lose it.
  setTimeout(() => process.exit(CANNOT_OPEN), 100)
}

async function openWorkbench(): Promise<Workbench> {
  const surroundings = hubOfEnvironment(process.env)
  const [asked] = process.argv.slice(2)
  return createWorkbench({
    workspacePath: asked ?? (await lastWorkspace(folders.config)) ?? sample,
    configDir: folders.config,
    resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
    workerUrl: new URL('./measure-worker.js', import.meta.url),
    readWorkerUrl: new URL('./read-worker.js', import.meta.url),
    exportWorkerUrl: new URL('./export-worker.js', import.meta.url),
    host: 'desktop',
    version,
    hub: { ...surroundings, token: () => surroundings.token() ?? (kept === null ? null : { value: kept, from: 'keychain' }) },
  })
}

function serve({ router }: Workbench, port: MessagePortMain): void {
  new RPCHandler(router).upgrade(port)
  port.start()
}

async function close(): Promise<void> {
  await open?.close()
}

function leave(): never {
  process.exit(0)
}
