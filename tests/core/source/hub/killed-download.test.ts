import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'
import type { FakeHub } from '../../../support/fake-hub/types.ts'
import { madeUp, madeUpFile, newFolder, openHubAt, startHub } from './hub-setup.ts'

const MB = 1024 * 1024
const SIZE = 40 * MB
/** Requests at a time that a file of this size is fetched with. */
const PARTS = 3
/** What one request may lose: the step that was not yet written, and what was on its way. */
const LOST_BYTES = 256 * 1024
const KILLS = 8

async function buildProcess(): Promise<string> {
  const outDir = newFolder()
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./fetching-process.ts', import.meta.url)),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'fetching-process.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  })
  return join(outDir, 'fetching-process.mjs')
}

const sentBy = (fake: FakeHub): number =>
  fake
    .requests()
    .filter(({ host }) => host === 'content')
    .reduce((sum, { bytes }) => sum + bytes, 0)

/** Kills the process with nothing to say goodbye once so many bytes were sent in all; true when it was still at work. */
async function killAt(child: ChildProcess, bytes: number, fake: FakeHub): Promise<boolean> {
  const ended = once(child, 'exit')
  while (sentBy(fake) < bytes && child.exitCode === null) await pause(2)
  child.kill('SIGKILL')
  const [, signal] = await ended
  return signal === 'SIGKILL'
}

it('a download that is killed again and again goes on where it was', { timeout: 120_000 }, async () => {
  const script = await buildProcess()
  const folder = newFolder()
  const fake = await startHub([{ id: 'o/n', commits: [{ sha: 'c'.repeat(40), files: [madeUpFile('data/a.parquet', SIZE)] }] }])
  fake.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 3 * MB }, match: /^\/(?!api|datasets)/ })
  const start = () => spawn(process.execPath, [script, fake.url, folder, 'hf://datasets/o/n'], { stdio: ['ignore', 'ignore', 'inherit'] })
  let kills = 0
  for (let n = 1; n <= KILLS; n++) kills += Number(await killAt(start(), (SIZE * n) / (KILLS + 1), fake))
  expect(kills).toBe(KILLS)
  expect(await once(start(), 'exit')).toEqual([0, null])
  expect(sentBy(fake)).toBeGreaterThanOrEqual(SIZE)
  expect(sentBy(fake) - SIZE).toBeLessThan(KILLS * PARTS * LOST_BYTES)

  fake.misbehave({ mishap: { kind: 'status', status: 503 } })
  const source = await openHubAt(fake, folder).open('hf://datasets/o/n', { sourceId: 's1' })
  const [file] = source.files
  const bytes = file && source.job(file, { fromRow: 0 }).from
  if (!bytes || typeof bytes === 'string') throw new Error('no file')
  expect(Buffer.from(madeUp(0, SIZE)).equals(await bytes.slice(0, SIZE))).toBe(true)
})
