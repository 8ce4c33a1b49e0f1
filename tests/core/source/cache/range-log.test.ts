import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { RangeLog } from '../../../../src/core/source/cache/range-log.ts'
import type { RemoteFile } from '../../../../src/core/source/cache/remote-file.ts'

const LENGTH = 400
const content = Buffer.from(Array.from({ length: LENGTH }, (_, n) => (n * 31 + (n >> 3)) % 251))
const file: RemoteFile = { repo: 'o/n', commit: 'c'.repeat(40), path: 'data/ü a.parquet', etag: 'e1', bytes: LENGTH }

function newBase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'key')
}

async function withLog<T>(base: string, work: (log: RangeLog) => Promise<T>, of: RemoteFile = file): Promise<T> {
  const log = await RangeLog.open(base, of)
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}

const append = (log: RangeLog, start: number, end: number) => log.append(start, content.subarray(start, end))

const range = fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

describe('the log of a remote file', () => {
  it('gives back the bytes it was given, whatever order they came in and however often it was opened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(range, { maxLength: 6 }), { maxLength: 4 }), range, async (openings, wanted) => {
        const folder = mkdtempSync(join(tmpdir(), 'winnow-log-'))
        const base = join(folder, 'key')
        const has = new Set<number>()
        for (const ranges of openings) {
          await withLog(base, (log) => Promise.all(ranges.map(({ start, end }) => append(log, start, end))))
          for (const { start, end } of ranges) for (let at = start; at < end; at++) has.add(at)
        }
        const missing = Array.from({ length: wanted.end - wanted.start }, (_, n) => wanted.start + n).filter((at) => !has.has(at))
        await withLog(base, async (log) => {
          expect(log.gaps([wanted]).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n))).toEqual(missing)
          const read = await log.read(wanted)
          if (missing.length > 0) expect(read).toBeNull()
          else expect(content.subarray(wanted.start, wanted.end).equals(read ?? Buffer.alloc(0))).toBe(true)
        })
        rmSync(folder, { recursive: true })
      }),
      { numRuns: 60 },
    )
  })

  it('keeps each byte once', async () => {
    const base = newBase()
    await withLog(base, async (log) => {
      await append(log, 0, 100)
      await append(log, 50, 150)
      await append(log, 20, 30)
    })
    expect(statSync(`${base}.bin`).size).toBe(150)
  })

  it('cut off at any byte of its index, as a kill leaves it, gives right bytes or none', async () => {
    const base = newBase()
    await withLog(base, async (log) => {
      await append(log, 300, 400)
      await append(log, 0, 9)
      await append(log, 100, 120)
      await append(log, 9, 40)
    })
    const index = readFileSync(`${base}.idx`)
    for (let length = 0; length <= index.length; length++) {
      writeFileSync(`${base}.idx`, index.subarray(0, length))
      await withLog(base, async (log) => {
        const tail = await log.read({ start: 390, end: 400 })
        if (tail) expect(content.subarray(390).equals(tail)).toBe(true)
        await append(log, 200, 210)
      })
      await withLog(base, async (log) => expect(await log.read({ start: 200, end: 210 })).toEqual(content.subarray(200, 210)))
    }
  })

  it('forgets pieces that its log does not hold', async () => {
    const base = newBase()
    await withLog(base, async (log) => {
      await append(log, 0, 50)
      await append(log, 100, 150)
    })
    truncateSync(`${base}.bin`, 70)
    await withLog(base, async (log) => {
      expect(log.gaps([{ start: 0, end: LENGTH }])).toEqual([{ start: 50, end: LENGTH }])
      await append(log, 100, 150)
      expect(await log.read({ start: 100, end: 150 })).toEqual(content.subarray(100, 150))
    })
  })

  it.each([
    ['a damaged line', (base: string) => appendFileSync(`${base}.idx`, 'what is this\n')],
    ['a piece behind the end of the file', (base: string) => appendFileSync(`${base}.idx`, '399 2 0\n')],
    ['another header', (base: string) => writeFileSync(`${base}.idx`, '{"commit":"x"}\n0 10 0\n')],
    ['no header', (base: string) => writeFileSync(`${base}.idx`, 'null\n0 10 0\n')],
  ])('starts anew on %s', async (_, damage) => {
    const base = newBase()
    await withLog(base, (log) => append(log, 0, 50))
    damage(base)
    await withLog(base, async (log) => {
      expect(await log.read({ start: 0, end: 10 })).toBeNull()
      await append(log, 0, 50)
    })
    await withLog(base, async (log) => expect(await log.read({ start: 0, end: 50 })).toEqual(content.subarray(0, 50)))
  })

  it('under another etag is a conflict that names the file, and stays as it is', async () => {
    const base = newBase()
    await withLog(base, (log) => append(log, 0, 50))
    await expect(RangeLog.open(base, { ...file, etag: 'e2' })).rejects.toMatchObject({
      fault: { kind: 'conflict', culprit: file.path, message: expect.stringContaining('e2') },
    })
    await withLog(base, async (log) => expect(await log.read({ start: 0, end: 50 })).not.toBeNull())
  })

  it('of a repository that was renamed goes on', async () => {
    const base = newBase()
    await withLog(base, (log) => append(log, 0, 50))
    await withLog(base, async (log) => expect(log.gaps([{ start: 0, end: 50 }])).toEqual([]), { ...file, repo: 'o/new' })
  })

  it('keeps only a range when told, and takes more afterwards', async () => {
    const base = newBase()
    await withLog(base, async (log) => {
      await append(log, 200, 400)
      await append(log, 0, 200)
      await log.keepOnly({ start: 350, end: 400 })
      expect(log.gaps([{ start: 0, end: LENGTH }])).toEqual([{ start: 0, end: 350 }])
      await append(log, 0, 10)
    })
    expect(statSync(`${base}.bin`).size).toBe(60)
    await withLog(base, async (log) => {
      expect(await log.read({ start: 350, end: 400 })).toEqual(content.subarray(350, 400))
      expect(await log.read({ start: 0, end: 10 })).toEqual(content.subarray(0, 10))
    })
  })
})

describe('a folder from somebody else', () => {
  it.skipIf(process.platform === 'win32').each(['bin', 'idx'])('with a link for the %s leads to no other file', async (ending) => {
    const base = newBase()
    writeFileSync(`${base}-elsewhere`, 'mine')
    symlinkSync(`${base}-elsewhere`, `${base}.${ending}`)
    await expect(RangeLog.open(base, file)).rejects.toMatchObject({ name: 'FaultError' })
    expect(readFileSync(`${base}-elsewhere`, 'utf8')).toBe('mine')
  })
})

describe('a disk that is full', () => {
  const mount = mkdtempSync(join(tmpdir(), 'winnow-full-'))
  const canMount = process.platform === 'linux' && tryMount(mount)
  const note = canMount ? '' : ' (skipped: no permission to mount a small disk)'

  it.skipIf(!canMount)(`is said, and what was written stays and is gone on with once there is space${note}`, async () => {
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', mount])
      rmSync(mount, { recursive: true, force: true })
    })
    const big = { ...file, bytes: 4_000_000 }
    const base = join(mount, 'cache', 'key')
    const step = Buffer.alloc(100_000, 7)
    await withLog(base, (log) => log.append(0, step), big)
    writeFileSync(join(mount, 'ballast'), Buffer.alloc(600_000))
    const fill = (log: RangeLog) => log.append(100_000, Buffer.alloc(2_000_000, 7))
    await expect(withLog(base, fill, big)).rejects.toMatchObject({ fault: { kind: 'disk-full' } })
    rmSync(join(mount, 'ballast'))
    await withLog(
      base,
      async (log) => {
        expect(log.gaps([{ start: 0, end: 200_000 }])).toEqual([{ start: 100_000, end: 200_000 }])
        await log.append(100_000, step)
        expect(await log.read({ start: 50_000, end: 150_000 })).toEqual(step)
      },
      big,
    )
  })
})

function tryMount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
