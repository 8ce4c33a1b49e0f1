import { randomUUID } from 'node:crypto'
import { mkdir, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fault } from '#record'
import { clearLeftovers, removeLeftovers, STAGE_PREFIX } from './leftovers.ts'
import { makeFolder } from './make-folder.ts'
import { MANIFEST, ownedFiles } from './owned-files.ts'

/**
 * Where an export is written until it is whole: a hidden folder inside the target folder, so that it is on the same file system even when
 * the target is a mount point.
 */
export interface Stage {
  /** The target folder, absolute. */
  out: string
  pathOf(name: string): string
  /**
   * Moves the finished files to their names, the manifest last; the old manifest goes first. Killed in between, the folder holds whole files
   * and no manifest, and the next export knows them for its own.
   *
   * @throws FaultError `conflict` when a file of the name of a small one beside the rows is not Winnow's
   */
  commit(): Promise<void>
  /** Removes what was not committed, and the target folder when this export made it. A commit that broke off is left for the next export. */
  discard(): Promise<void>
}

/** Target folders this process is exporting to. */
const busy = new Set<string>()

/**
 * Prepares a folder for an export of these files, clearing what an earlier killed export left.
 *
 * @throws FaultError `bad-input` when the path is a file, `conflict` when another export is writing there or a file of that name is not Winnow's
 */
export async function openStage(outDir: string, files: readonly string[]): Promise<Stage> {
  const asked = resolve(outDir)
  await refuseFile(asked)
  const isNew = await makeFolder(asked)
  const out = await realpath(asked)
  if (busy.has(out)) throw fault('conflict', `Another export to ${asked} is running.`, { culprit: asked, remedy: 'Wait for it to end.' })
  busy.add(out)
  const stage = join(out, `${STAGE_PREFIX}${process.pid}-${randomUUID().slice(0, 8)}`)
  const release = async (isKept = false) => {
    busy.delete(out)
    if (isKept) return
    await rm(stage, { recursive: true, force: true })
    if (isNew) await rmdir(out).catch(() => undefined)
  }
  try {
    const owned = [...(await ownedFiles(out)), ...(await clearLeftovers(out))]
    await refuseForeign(out, [...files, MANIFEST], owned)
    await mkdir(stage)
    return makeStage(out, stage, owned, release)
  } catch (error) {
    await release()
    throw error
  }
}

function makeStage(out: string, stage: string, owned: readonly string[], release: (isKept: boolean) => Promise<void>): Stage {
  let state: 'open' | 'committing' | 'closed' = 'open'
  return {
    out,
    pathOf: (name) => join(stage, name),
    async commit() {
      const names = (await readdir(stage)).filter((name) => name !== MANIFEST).sort()
      await refuseForeign(out, names, owned)
      state = 'committing'
      await rm(join(out, MANIFEST), { force: true })
      for (const name of owned) if (!names.includes(name)) await rm(join(out, name), { force: true })
      for (const name of [...names, MANIFEST]) await rename(join(stage, name), join(out, name))
      await removeLeftovers(out)
      state = 'open'
    },
    async discard() {
      if (state === 'closed') return
      const isBroken = state === 'committing'
      state = 'closed'
      await release(isBroken)
    },
  }
}

async function refuseFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.isDirectory()) return
  throw fault('bad-input', `${path} is a file; an export is a folder.`, { culprit: path, remedy: 'Name a folder, new or existing.' })
}

async function refuseForeign(out: string, names: readonly string[], owned: readonly string[]): Promise<void> {
  const present = new Set(await readdir(out))
  const foreign = names.filter((name) => present.has(name) && !owned.includes(name))
  if (foreign.length === 0) return
  throw fault('conflict', `${out} already holds ${foreign.join(', ')}, which no export of Winnow's wrote.`, {
    culprit: join(out, foreign[0] ?? ''),
    remedy: 'Move it away or choose another folder; nothing was changed.',
  })
}
