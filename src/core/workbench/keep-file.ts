import { lstat, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { FaultError, fault, toFault } from '#record'

/**
 * Keeps a file in a folder of the workspace, made when missing. Written aside and renamed: whoever is killed leaves no half file under that name.
 *
 * @throws FaultError `workspace-damaged` where the folder's name is taken; `disk-full` or `read-only` where it cannot be written
 */
export async function keepFile(bytes: Uint8Array | string, path: string): Promise<void> {
  const folder = dirname(path)
  try {
    await mkdir(folder, { recursive: true })
    if (!(await lstat(folder)).isDirectory()) throw fault('workspace-damaged', `${folder} is not a folder.`, { culprit: folder })
    const aside = `${path}.${process.pid}.part`
    await writeFile(aside, bytes)
    await rename(aside, path)
  } catch (error) {
    throw new FaultError(toFault(error, path), { cause: error })
  }
}
