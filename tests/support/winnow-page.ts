import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type ListedRow, runWinnow } from './run-winnow.ts'
import { removeFolder, startWinnow, type WinnowServer } from './winnow-server.ts'

/** The bundled sample. */
export const SAMPLE = resolve(import.meta.dirname, '../../resources/sample')

/** What a file of journeys may choose with `test.use`. */
interface WinnowOptions {
  /** A source that is in the workspace before the host starts; null starts empty, as on a first run. */
  source: string | null
  /** What the page may log as an error without failing the test. */
  forgiven: RegExp | null
}

/** What journeys are given. */
interface WinnowFixtures {
  /** A running browser host on a workspace of its own. */
  winnow: WinnowServer
  /** The examples of `source`, in the stored order, which is the order of the table at first. */
  rows: ListedRow[]
}

interface WorkerFixtures {
  /** Gives a folder whose workspace has read a source; read once a worker. Tests get copies. */
  prepare: (source: string) => Promise<string>
}

/**
 * Playwright's `test` with a Winnow of its own: `page` stands at the workbench, `winnow` tells where its files are. Anything the
 * page logs as an error fails the test, and so does any request that is not to its host.
 */
export const test = base.extend<WinnowFixtures & WinnowOptions, WorkerFixtures>({
  source: [null, { option: true }],
  forgiven: [null, { option: true }],
  prepare: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern.
    async ({}, use) => {
      const folders = new Map<string, Promise<string>>()
      await use((source) => {
        const folder = folders.get(source) ?? workspaceWith(source)
        folders.set(source, folder)
        return folder
      })
      for (const folder of folders.values()) await removeFolder(await folder)
    },
    { scope: 'worker' },
  ],
  winnow: async ({ source, prepare }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-'))
    if (source !== null) await cp(join(await prepare(source), 'workspace'), join(folder, 'workspace'), { recursive: true })
    const winnow = await startWinnow(folder)
    await use(winnow)
    await winnow.stop()
    await removeFolder(folder)
  },
  rows: async ({ source, prepare }, use) => {
    await use(source === null ? [] : await runWinnow<ListedRow[]>(await prepare(source), 'list'))
  },
  page: async ({ page, winnow, forgiven }, use) => {
    const errors: string[] = []
    const strays: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('request', (request) => isOwn(request.url()) || strays.push(request.url()))
    await page.goto(winnow.url)
    await use(page)
    expect(
      errors.filter((error) => !forgiven?.test(error)),
      'errors the page logged',
    ).toEqual([])
    expect(strays, 'requests that left the host').toEqual([])
  },
})

async function workspaceWith(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-prepared-'))
  await runWinnow(folder, 'add', source)
  return folder
}

/** The host may start anew on another port, but only ever on the loopback address. */
function isOwn(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1'
}

/** Goes to a screen by its address, as a link does: `visit(page, 'example/ID/message/3')`. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(`/#/${path}`, page.url()).href)
}

export { expect }
