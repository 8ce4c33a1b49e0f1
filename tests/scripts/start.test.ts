import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Contract } from '#contract'
import { openPage } from '../support/open-page.ts'
import { isolatedEnv } from '../support/winnow-server.ts'

const START = resolve(import.meta.dirname, '../../scripts/start.mjs')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Starts Winnow as `npm start` does on a machine without a display, and reads what it says until it says its address. */
function start() {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = isolatedEnv(folder)
  const child = spawn(process.execPath, [START, '--no-open'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const said = new Promise<string>((done, reject) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('/?token=')) done(text)
    })
    child.once('exit', () => reject(new Error(`npm start ended early: ${text}`)))
  })
  return { said, ended, interrupt: () => child.kill('SIGINT') }
}

describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  it('says why in one line, prints the address, and fills a first workspace with the sample', async () => {
    const { said, ended, interrupt } = start()
    const lines = (await said).trim().split('\n')
    expect(lines).toEqual([
      'Winnow opens in the browser, because there is no display (DISPLAY and WAYLAND_DISPLAY are not set).',
      expect.stringMatching(/^Winnow is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+$/),
    ])
    const { websocket } = await openPage(lines[1]?.split(' ').at(-1) ?? '')
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket }))
    // Watched before asked, so that the last row cannot fall between the two.
    const events = await client.workspace.watch()
    if ((await client.workspace.info()).counts.measured === 0) {
      for await (const event of events) if (event.kind === 'changed' && event.counts.measured > 0) break
    }
    expect((await client.workspace.info()).path).toBe(join(folder, 'data', 'winnow', 'sample'))
    interrupt()
    expect(await ended).toBe(0)
  })
})
