import { readdir, stat, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { FaultError, toFault } from '#record'
import type { ByteRange } from '../byte-ranges.ts'
import type { CachedBytes } from '../hub/types.ts'
import { RangeLog } from './range-log.ts'
import { keyOf, type RemoteFile } from './remote-file.ts'

/** Pieces of remote files in one folder, which is made when it is needed. */
export interface RangeCache {
  /** Lends the log of a file: while the work goes on nobody removes it. @throws as {@link RangeLog.open} */
  use<T>(file: RemoteFile, work: (log: RangeLog) => Promise<T>): Promise<T>
  /** What is kept, all files together. */
  usage(): Promise<CachedBytes>
  /** Removes the files used longest ago until at most `bytes` are kept, except those in use; says what was freed. */
  prune(bytes: number): Promise<CachedBytes>
  /** Removes what is kept of a file outside `range`, all of it for null. A file in use keeps everything. */
  keepOnly(file: RemoteFile, range: ByteRange | null): Promise<void>
  /** Lets go of the files, not of what is in them. */
  close(): Promise<void>
}

/** Logs that stay open though nobody uses them: two file handles each. */
const IDLE_LOGS = 32

interface Lent {
  log: Promise<RangeLog>
  users: number
  /** Milliseconds since 1970. */
  lastUse: number
}

interface KeptFile {
  key: string
  bytes: number
  lastUse: number
}

/** The cache in a folder. Nothing is touched before it is used. */
export function createRangeCache(folder: string): RangeCache {
  /** In the order of their last use. */
  const lent = new Map<string, Lent>()
  /** Ends when no file is being removed: until then none is opened. */
  let removals: Promise<unknown> = Promise.resolve()

  const baseOf = (key: string): string => join(folder, key)

  function lend(key: string, file: RemoteFile): Lent {
    const entry = lent.get(key) ?? { log: removals.then(() => RangeLog.open(baseOf(key), file)), users: 0, lastUse: 0 }
    lent.delete(key)
    lent.set(key, Object.assign(entry, { users: entry.users + 1, lastUse: Date.now() }))
    return entry
  }

  async function giveBack(key: string, entry: Lent): Promise<void> {
    entry.users -= 1
    entry.lastUse = Date.now()
    const idle = [...lent].filter(([, { users }]) => users === 0)
    if (idle.length > IDLE_LOGS && idle[0]) await closeLog(idle[0][0])
    else if (entry.users === 0) await entry.log.catch(() => lent.delete(key))
  }

  /** The time of the last use is that of the file: it outlives the process. */
  async function closeLog(key: string): Promise<void> {
    const entry = lent.get(key)
    if (entry === undefined) return
    lent.delete(key)
    const log = await entry.log.catch(() => null)
    await log?.close()
    await utimes(`${baseOf(key)}.bin`, new Date(), new Date(entry.lastUse)).catch(() => undefined)
  }

  const isBusy = (key: string): boolean => (lent.get(key)?.users ?? 0) > 0

  async function list(): Promise<KeptFile[]> {
    const names = await readdir(folder).catch(() => [])
    const keys = new Set(names.filter((name) => /^[0-9a-f]{32}\.(bin|idx)$/.test(name)).map((name) => name.slice(0, 32)))
    return Promise.all([...keys].map((key) => describeFile(baseOf(key), key, lent.get(key)?.lastUse)))
  }

  /** The index goes first: a log without one counts for nothing. */
  async function remove(key: string): Promise<void> {
    await closeLog(key)
    for (const ending of ['idx', 'bin']) await unlink(`${baseOf(key)}.${ending}`).catch(ignoreMissing)
  }

  function whileNoneOpens<T>(work: () => Promise<T>): Promise<T> {
    const result = removals.then(work)
    removals = result.catch(() => undefined)
    return result
  }

  async function pruneTo(bytes: number): Promise<CachedBytes> {
    const files = (await list()).sort((a, b) => a.lastUse - b.lastUse)
    const freed = { files: 0, bytes: 0 }
    let kept = files.reduce((sum, file) => sum + file.bytes, 0)
    for (const file of files) {
      if (kept <= bytes) break
      if (isBusy(file.key)) continue
      await remove(file.key)
      kept -= file.bytes
      freed.files += 1
      freed.bytes += file.bytes
    }
    return freed
  }

  async function shrink(file: RemoteFile, range: ByteRange | null): Promise<void> {
    const key = keyOf(file)
    const isKept = await stat(`${baseOf(key)}.idx`).catch(() => null)
    if (isKept === null || isBusy(key)) return
    if (range === null) return remove(key)
    await closeLog(key)
    const log = await RangeLog.open(baseOf(key), file)
    await log.keepOnly(range).finally(() => log.close())
  }

  return {
    async use(file, work) {
      const key = keyOf(file)
      const entry = lend(key, file)
      try {
        const log = await entry.log
        log.check(file)
        return await work(log)
      } finally {
        await giveBack(key, entry)
      }
    },
    async usage() {
      const files = await list()
      return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
    },
    prune: (bytes) => whileNoneOpens(() => pruneTo(bytes)),
    keepOnly: (file, range) => whileNoneOpens(() => shrink(file, range)),
    async close() {
      for (const key of [...lent.keys()]) await closeLog(key)
    },
  }
}

async function describeFile(base: string, key: string, lastUse: number | undefined): Promise<KeptFile> {
  const [log, index] = await Promise.all(['bin', 'idx'].map((ending) => stat(`${base}.${ending}`).catch(() => null)))
  return { key, bytes: (log?.size ?? 0) + (index?.size ?? 0), lastUse: lastUse ?? log?.mtimeMs ?? 0 }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw new FaultError(toFault(error), { cause: error })
}
