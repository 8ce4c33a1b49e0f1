import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackHeader } from './pack-format.ts'

/** A plain name with a known ending: no folder, no drive, nothing hidden. */
const RULE_PACK = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,99}\.ya?ml$/u
const BENCHMARKS = /^[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,99}\.(?:txt|jsonl?|csv)$/u

/**
 * Puts the rule packs and benchmark lists of a review pack into the workspace, each only where no file of its name is. Returns a sentence for each that was
 * left out.
 */
export async function takeOwnFiles(workspacePath: string, { rulePacks, benchmarks }: PackHeader): Promise<string[]> {
  const notes: string[] = []
  for (const file of rulePacks) notes.push(...(await takeOne(workspacePath, 'rules', RULE_PACK, file)))
  for (const file of benchmarks) notes.push(...(await takeOne(workspacePath, 'benchmarks', BENCHMARKS, file)))
  return notes
}

async function takeOne(
  workspacePath: string,
  folder: string,
  names: RegExp,
  { name, text }: PackHeader['rulePacks'][number],
): Promise<string[]> {
  if (!names.test(name)) return [`${folder}/${name} was left out: that is no name for such a file.`]
  const path = join(workspacePath, folder, name)
  try {
    await mkdir(join(workspacePath, folder), { recursive: true })
    await writeFile(path, text, { flag: 'wx' })
    return []
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const isSame = (await readFile(path, 'utf8').catch(() => null)) === text
    return isSame ? [] : [`${folder}/${name} was left out: the workspace has another file of that name.`]
  }
}
