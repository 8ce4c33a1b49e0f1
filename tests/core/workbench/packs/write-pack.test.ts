import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writePack } from '../../../../src/core/workbench/packs/write-pack.ts'
import { buildFolder } from '../../../support/rows-on-disk.ts'

const never = new AbortController().signal

test('lines are written in order, more of them than fit into memory at once', async () => {
  const path = join(buildFolder(), 'pack')
  const text = 'x'.repeat(100_000)
  const bytes = await writePack(path, never, async (writer) => {
    for (let n = 0; n < 50; n++) await writer.line({ n, text })
    await writer.line({ sha256: writer.digest() })
  })
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
  expect(lines.slice(0, -1).map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  expect(readFileSync(path)).toHaveLength(bytes)
})

test('stopped or failing, it leaves nothing behind, and a file that was there stays', async () => {
  const folder = buildFolder()
  const path = join(folder, 'pack')
  writeFileSync(path, 'older')
  const stop = new AbortController()
  const stopped = writePack(path, stop.signal, async (writer) => {
    await writer.line(1)
    stop.abort()
    await writer.line(2)
  })
  await expect(stopped).rejects.toThrow('abort')
  await expect(
    writePack(path, never, async () => {
      throw new Error('no such row')
    }),
  ).rejects.toThrow('no such row')
  expect(readdirSync(folder)).toEqual(['pack'])
  expect(readFileSync(path, 'utf8')).toBe('older')
  await expect(writePack(join(folder, 'none', 'pack'), never, (writer) => writer.line(1))).rejects.toMatchObject({
    fault: { kind: 'not-found' },
  })
})
