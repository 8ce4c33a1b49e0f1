import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '#record'
import { MANIFEST, ownedFiles } from './owned-files.ts'

/** Name of an unfinished export's folder, before the id of the process that writes it. */
export const STAGE_PREFIX = '.winnow-partial-'

/**
 * Frees the space an earlier killed export holds, and returns the names it was moving into place when it died. Its manifest stays until
 * {@link removeLeftovers}: without it a second failure would make those files look like somebody else's.
 *
 * @throws FaultError `conflict` when the process that writes there is alive
 */
export async function clearLeftovers(out: string): Promise<string[]> {
  const names: string[] = []
  for (const folder of await leftovers(out)) {
    refuseLiving(folder)
    const moving = await ownedFiles(folder)
    names.push(...moving)
    const files = (await readdir(folder)).filter((file) => file !== MANIFEST || moving.length === 0)
    for (const file of files) await rm(join(folder, file), { recursive: true, force: true })
  }
  return names
}

/** Removes every unfinished export's folder. */
export async function removeLeftovers(out: string): Promise<void> {
  for (const folder of await leftovers(out)) await rm(folder, { recursive: true, force: true })
}

async function leftovers(out: string): Promise<string[]> {
  const entries = await readdir(out, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && entry.name.startsWith(STAGE_PREFIX)).map(({ name }) => join(out, name))
}

/** A process id is used again after a restart, so the message names the folder a person can remove. */
function refuseLiving(folder: string): void {
  const pid = Number.parseInt(folder.slice(folder.lastIndexOf(STAGE_PREFIX) + STAGE_PREFIX.length), 10)
  if (!Number.isSafeInteger(pid) || pid === process.pid || !isRunning(pid)) return
  throw fault('conflict', `Process ${pid} is writing an export here: ${folder}.`, {
    culprit: folder,
    remedy: 'Wait for it to end; when it is no Winnow, remove that folder.',
  })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
