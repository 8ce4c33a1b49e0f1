import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, openPage } from '../support/open-page.ts'
import { buildR1 } from '../support/rows.ts'
import { asJsonl } from '../support/rows-on-disk.ts'
import { commandJson, startCommand } from '../support/winnow-process.ts'
import { isolatedEnv, startWinnow } from '../support/winnow-server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-interrupt-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

describe('Ctrl-C', () => {
  it('ends the browser host in order, pages and all', async () => {
    const server = await startWinnow(folder)
    const { websocket } = await openPage(server.url)
    const closed = once(websocket, 'close')
    expect(await server.stop()).toBe(0)
    await closed
    await expect(ask(Number(new URL(server.url).port), '/')).rejects.toThrow()
    // The workspace was let go of: the next one opens it at once.
    expect(await commandJson(['list', '--workspace', server.workspace], { folder })).toEqual([])
  })

  it('stops an add, says what is kept, and the next add goes on from there', async () => {
    const source = join(folder, 'rows.jsonl')
    const count = 4_000
    await writeFile(source, asJsonl(Array.from({ length: count }, (_, n) => buildR1({ trajectory_id: `run-${n}` }))))
    const args = ['add', source, '--workspace', join(folder, 'workspace')]
    const wasStopped = new Promise<Awaited<ReturnType<typeof startCommand>>>((done, failed) => {
      startCommand(args, { folder, onOutput: ({ stderr }, interrupt) => stderr.includes(' rows,') && interrupt() }).then(done, failed)
    })
    const { code, stdout, stderr } = await wasStopped
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/kept/)
    expect(await commandJson(args, { folder })).toMatchObject({ examples: count })
  })
})

describe('a reader that leaves early', () => {
  it('is no failure', async () => {
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl(Array.from({ length: 400 }, (_, n) => buildR1({ trajectory_id: `run-${n}` }))))
    const workspace = join(folder, 'workspace')
    await commandJson(['add', source, '--workspace', workspace], { folder })
    const winnow = resolve(import.meta.dirname, '../../out/main/winnow.js')
    const child = spawn(process.execPath, [winnow, 'list', '--json', '--workspace', workspace], {
      env: isolatedEnv(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'close')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})
