import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '#record'
import { RECORD_FILE } from '#store'
import { wholePath } from '../whole-path.ts'

/**
 * Where an export may go: anywhere but beside a workspace's own files, which whoever clears or uploads the folder would take along.
 *
 * @throws FaultError `bad-input` for a path that is not whole, `conflict` for a workspace's folder
 */
export async function exportFolder(out: string): Promise<string> {
  const path = wholePath(out)
  const found = await lstat(join(path, RECORD_FILE)).catch(() => null)
  if (!found) return path
  throw fault('conflict', `${path} is a workspace: an export beside its files would mix with them.`, {
    culprit: path,
    remedy: 'Choose a folder inside it, such as exports, or another one.',
  })
}
