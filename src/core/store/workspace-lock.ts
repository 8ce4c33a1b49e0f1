import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { type FaultError, fault } from '#record'
import { folderFault } from './open-folder.ts'

/** Name of the file that says who has the workspace open. */
export const LOCK_FILE = 'workspace.lock'

/** Who holds a workspace. */
interface Holder {
  pid: number
  host: string
  /** ISO 8601, UTC. */
  startedAt: string
}

/** Folders this process holds, as real paths. */
const held = new Map<string, Holder>()

/**
 * Takes the workspace for this process. The lock of a process that is gone is taken over; should two processes do so in the same instant, the
 * operating system's lock on the analysis file, which is opened next, lets one of them through.
 *
 * @param folder real path of the workspace
 * @returns lets go of it; calling it again does nothing
 * @throws FaultError `workspace-busy` naming the holder, `read-only` or `disk-full` when the lock cannot be written
 */
export function takeLock(folder: string): () => void {
  const own = held.get(folder)
  if (own) throw busy(folder, own)
  const holder: Holder = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() }
  const text = JSON.stringify({ ...holder, token: randomUUID() })
  const path = join(folder, LOCK_FILE)
  if (!writeNew(path, text)) {
    const other = readHolder(path)
    if (other && isAlive(other)) throw busy(folder, other)
    rmSync(path, { force: true })
    if (!writeNew(path, text)) throw busy(folder, readHolder(path))
  }
  held.set(folder, holder)
  return () => {
    if (held.get(folder) !== holder) return
    held.delete(folder)
    if (readText(path) === text) rmSync(path, { force: true })
  }
}

function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw folderFault(error, path)
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function readHolder(path: string): Holder | null {
  try {
    const { pid, host, startedAt } = JSON.parse(readText(path) ?? '') as Partial<Holder>
    const isWhole = Number.isInteger(pid) && typeof host === 'string' && typeof startedAt === 'string'
    return isWhole ? ({ pid, host, startedAt } as Holder) : null
  } catch {
    return null
  }
}

/** Of a process on another machine nothing can be known, so it counts as alive. A lock from before the machine started is nobody's. */
function isAlive({ pid, host, startedAt }: Holder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid || Date.parse(startedAt) < Date.now() - uptime() * 1000) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function busy(folder: string, holder: Holder | null): FaultError {
  const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.startedAt}` : 'another process'
  return fault('workspace-busy', `The workspace ${folder} is open in ${who}.`, {
    culprit: folder,
    remedy: `Close it there, or open another workspace. If that process is not Winnow, delete ${join(folder, LOCK_FILE)}.`,
  })
}
