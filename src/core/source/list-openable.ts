import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { FaultError, toFault } from '#record'
import { formatOf } from './formats.ts'

/** One line of an open dialog. */
export interface FolderEntry {
  name: string
  /** Absolute. */
  path: string
  kind: 'folder' | 'file'
  /** Null for a folder. */
  bytes: number | null
  /** A file Winnow reads, or a folder with one in it (looked for in its first entries only). */
  isOpenable: boolean
}

/** A folder as an open dialog shows it. */
export interface FolderListing {
  /** Absolute. */
  path: string
  /** Null at the root of the disk. */
  parent: string | null
  entries: FolderEntry[]
  /** Readable files in the folder and below it, counted up to a bound. */
  openable: number
}

const FOLDER_BUDGET = 5000
const ENTRY_BUDGET = 300

/**
 * Lists a folder for an open dialog: folders first, then files, each by name, hidden ones left out.
 * @throws Fault `not-found`, `bad-input` (not a folder) or `unreadable`.
 */
export async function listOpenable(path: string): Promise<FolderListing> {
  const folder = resolve(path.replace(/^~(?=$|[\\/])/, homedir()) || homedir())
  try {
    const visible = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'))
    const entries = (await Promise.all(visible.map((entry) => describeEntry(folder, entry)))).filter((entry) => entry !== null)
    const parent = dirname(folder)
    return {
      path: folder,
      parent: parent === folder ? null : parent,
      entries: entries.sort(foldersFirst),
      openable: await countReadable(folder, { left: FOLDER_BUDGET }),
    }
  } catch (error) {
    throw new FaultError(toFault(error, folder), { cause: error })
  }
}

async function describeEntry(folder: string, { name }: Dirent): Promise<FolderEntry | null> {
  const path = join(folder, name)
  const info = await stat(path).catch(() => null)
  if (info?.isFile()) return { name, path, kind: 'file', bytes: info.size, isOpenable: formatOf(name) !== null }
  if (!info?.isDirectory()) return null
  return { name, path, kind: 'folder', bytes: null, isOpenable: (await countReadable(path, { left: ENTRY_BUDGET }, 1)) > 0 }
}

async function countReadable(folder: string, budget: { left: number }, enough = Number.POSITIVE_INFINITY): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  let count = 0
  for (const entry of entries) {
    if (budget.left <= 0 || count >= enough) break
    budget.left -= 1
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) count += await countReadable(join(folder, entry.name), budget, enough - count)
    else if (formatOf(entry.name) !== null) count += 1
  }
  return count
}

function foldersFirst(a: FolderEntry, b: FolderEntry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1
  return a.name.localeCompare(b.name, 'en', { numeric: true })
}
