import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST } from '../owned-files.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Problems } from './problems.ts'
import { type FilePrint, printOf } from './read-lines.ts'

/** How far a check is: bytes read, of how many, and the file it is at. */
export interface CheckProgress {
  kind: 'progress'
  done: number
  total: number
  file: string
}

/** Only such names are a file of the folder itself. */
const PLAIN_NAME = /^[^./\\][^/\\]*$/

/** Whether a name can be that of a file in the folder itself. */
export function isPlainName(path: string): boolean {
  return PLAIN_NAME.test(path)
}

/** Hashes every file a manifest lists and names those that are missing, others than they were, or not listed. Returns what each is, by its name. */
export async function* checkFiles(
  dir: string,
  { files }: Pick<Manifest, 'files'>,
  { problems, signal, withLines }: { problems: Problems; signal: AbortSignal | undefined; withLines: (path: string) => boolean },
): AsyncGenerator<CheckProgress, Map<string, FilePrint>> {
  const prints = new Map<string, FilePrint>()
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const { path: file, bytes } of files) {
    yield { kind: 'progress', done, total, file }
    if (await isHere(dir, file, problems)) {
      const print = printOf(join(dir, file), { withLines: withLines(file), signal })
      let step = await print.next()
      for (; !step.done; step = await print.next()) yield { kind: 'progress', done: Math.min(done + step.value, total), total, file }
      prints.set(file, step.value)
    }
    done += bytes
  }
  yield { kind: 'progress', done: total, total, file: MANIFEST }
  compare(files, prints, problems)
  await tellUnlisted(dir, files, problems)
  return prints
}

async function isHere(dir: string, path: string, problems: Problems): Promise<boolean> {
  const found = isPlainName(path) ? await lstat(join(dir, path)).catch(() => null) : null
  if (found?.isFile()) return true
  const what = !isPlainName(path) ? 'is no name of a file in this folder' : found ? 'is no file any more' : 'is missing'
  problems.add('file', path, `${path} ${what}; the manifest lists it.`)
  return false
}

function compare(files: Manifest['files'], prints: ReadonlyMap<string, FilePrint>, problems: Problems): void {
  const listed = new Map(files.map(({ path, sha256 }) => [sha256, path]))
  const seen = new Set<string>()
  for (const { path, sha256, bytes } of files) {
    if (seen.has(path)) problems.add('manifest', MANIFEST, `The manifest lists ${path} twice.`)
    seen.add(path)
    const print = prints.get(path)
    if (!print || print.sha256 === sha256) continue
    const other = listed.get(print.sha256)
    const size =
      print.bytes === bytes ? '' : ` It has ${print.bytes.toLocaleString('en-US')} bytes instead of ${bytes.toLocaleString('en-US')}.`
    if (other !== undefined) problems.add('file', path, `${path} holds what ${other} should: files were exchanged.`)
    else
      problems.add(
        'file',
        path,
        `${path} was changed: its sha256 is ${print.sha256.slice(0, 12)}…, the manifest says ${sha256.slice(0, 12)}….${size}`,
      )
  }
}

/** Names that begin with a dot are what Git and the Hub's own tools put there; no trainer reads them. */
async function tellUnlisted(dir: string, files: Manifest['files'], problems: Problems): Promise<void> {
  const listed = new Set([...files.map(({ path }) => path), MANIFEST])
  for (const name of (await readdir(dir)).sort()) {
    if (!listed.has(name) && !name.startsWith('.'))
      problems.add('file', name, `${name} is not of this export: the manifest does not list it.`)
  }
}
