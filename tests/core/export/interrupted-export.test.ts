import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type OpenFileForWriting, runExport } from '#export'
import type { Example } from '#record'
import { buildR1 } from '../../support/rows.ts'
import { exportOf, type Filed, file, finish, folderTexts, freshFolder } from './export-desk.ts'

/** What every whole export has. */
const FILES = ['manifest.json', 'open_swe_sft.jsonl', 'open_swe_traces_analysis.csv', 'row-notes.jsonl', 'rows.jsonl']

function someFiled(count = 30): Filed[] {
  return Array.from({ length: count }, (_, index) => file(buildR1({ trajectory_id: `run-${index}` })))
}

/** A disk that fails at the nth write of the export. */
function failingDisk(failAt: number, code: string): OpenFileForWriting {
  let writes = 0
  return async (path) => {
    await writeFile(path, '')
    return {
      writeFile: async (bytes) => {
        writes += 1
        await writeFile(path, bytes, { flag: 'a' })
        if (writes >= failAt) throw Object.assign(new Error(code), { code, path })
      },
      sync: async () => undefined,
      close: async () => undefined,
    }
  }
}

describe('an export that is interrupted', () => {
  it('leaves nothing when it is cancelled, not even the folder it made', async () => {
    const parent = await freshFolder()
    const abort = new AbortController()
    const run = runExport(exportOf(someFiled(), join(parent, 'out'), { signal: abort.signal }))
    await run.next()
    expect(await readdir(join(parent, 'out'))).toHaveLength(1)
    abort.abort()
    await expect(run.next()).rejects.toMatchObject({ fault: { kind: 'cancelled' } })
    expect(await readdir(parent)).toEqual([])
  })

  it('leaves an earlier export as it was', async () => {
    const out = await freshFolder()
    await finish(exportOf(someFiled(2), out))
    const before = await folderTexts(out)
    const run = runExport(exportOf(someFiled(), out))
    await run.next()
    await run.return()
    expect(await folderTexts(out)).toEqual(before)
  })

  it.each([1, 2, 3])('says that the disk is full and leaves no half file, at write %i', async (failAt) => {
    const out = await freshFolder()
    await finish(exportOf(someFiled(2), out))
    const before = await folderTexts(out)
    const options = exportOf(someFiled(), out, { openFile: failingDisk(failAt, 'ENOSPC') })
    await expect(finish(options)).rejects.toMatchObject({
      fault: { kind: 'disk-full', remedy: expect.stringContaining('Free some space') },
    })
    expect(await folderTexts(out)).toEqual(before)
  })

  it('says that a folder cannot be written', async () => {
    const out = await freshFolder()
    const options = exportOf(someFiled(1), out, { openFile: failingDisk(1, 'EACCES') })
    await expect(finish(options)).rejects.toMatchObject({ fault: { kind: 'read-only', culprit: out } })
  })

  it('passes on what kept it from loading an example', async () => {
    const out = await freshFolder()
    const example = (): Promise<Example> => Promise.reject(new Error('no body'))
    await expect(finish(exportOf(someFiled(1), out, { example }))).rejects.toMatchObject({ fault: { message: 'no body' } })
    expect(await readdir(out)).toEqual([])
  })
})

describe('an export after one that was killed', () => {
  /** No process has this id: ids end at 2^22 where they are largest. */
  const dead = '.winnow-partial-99999999-abc'

  it('clears what was being written', async () => {
    const out = await freshFolder()
    await mkdir(join(out, dead))
    await writeFile(join(out, dead, 'open_swe_sft.jsonl'), '{"half":')
    await finish(exportOf(someFiled(1), out))
    expect(await readdir(out)).toEqual(expect.arrayContaining(FILES))
  })

  it('completes when the other died while moving its files, even if it fails once itself', async () => {
    const out = await freshFolder()
    await finish(exportOf(someFiled(2), out))
    await mkdir(join(out, dead))
    await rename(join(out, 'manifest.json'), join(out, dead, 'manifest.json'))
    await expect(finish(exportOf(someFiled(1), out, { openFile: failingDisk(1, 'ENOSPC') }))).rejects.toThrow()
    const { result } = await finish(exportOf(someFiled(1), out))
    expect(result.examples).toBe(1)
    expect(await readdir(out)).toEqual(expect.arrayContaining(FILES))
  })

  it('waits for one that is alive', async () => {
    const out = await freshFolder()
    await mkdir(join(out, `.winnow-partial-${process.ppid}-abc`))
    await expect(finish(exportOf(someFiled(1), out))).rejects.toMatchObject({
      fault: { kind: 'conflict', message: expect.stringContaining(String(process.ppid)) },
    })
  })
})
