import { lstat, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { FaultError, fault, toFault } from '#record'

/** The manifest of every export. */
export const MANIFEST = 'manifest.json'

/** Which rows are whose. */
export const ROW_INDEX = 'rows.jsonl'

/** Only plain names are an export's: nothing in another folder, nothing hidden. */
const PLAIN_NAME = /^[^./\\][^/\\]{0,200}$/

/** What pushing needs of a manifest; it holds for every version of it. */
const manifestSchema = z.object({
  format: z.literal('winnow-export'),
  target: z.string(),
  sources: z.array(z.object({ uri: z.string() })).default([]),
  files: z.array(
    z.object({ path: z.string().regex(PLAIN_NAME), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().min(0) }),
  ),
})

/** The dataset card of every export. */
export const CARD = 'README.md'

/** Bytes read of a card; ours are some ten thousand. */
const MOST_CARD = 1_000_000

/** A folder that Winnow wrote, as its manifest lists it; whether its files are those is not known yet. */
export interface ExportFolder {
  target: string
  /** Addresses of the sources. */
  sources: string[]
  files: ListedFile[]
  /** Names in the folder that the manifest does not list, which is never pushed. */
  unlisted: string[]
  /** The card, the first megabyte of it; null without one. */
  card: string | null
}

/** A file by its manifest. */
export interface ListedFile {
  path: string
  /** Absolute. */
  from: string
  bytes: number
  /** Null of the manifest, which cannot list itself. */
  sha256: string | null
}

/** @throws Fault `not-found` or `bad-input` when the folder is no export of Winnow's. */
export async function readExport(dir: string): Promise<ExportFolder> {
  const names = await readdir(dir).catch((error) => {
    throw new FaultError(toFault(error, dir))
  })
  const { target, sources, files } = await manifestIn(dir)
  const listed = files.map((file) => ({ ...file, from: join(dir, file.path) }))
  const known = new Set([...files.map(({ path }) => path), MANIFEST])
  return {
    target,
    sources: [...new Set(sources.map(({ uri }) => uri))],
    files: [...listed, await manifestFile(dir)],
    unlisted: names.filter((name) => !known.has(name)).sort(),
    card: known.has(CARD) ? await cardIn(dir).catch(() => null) : null,
  }
}

/** The plain names a manifest's text lists, its own with them; none when it is not one of Winnow's. */
export function namesIn(text: string | null): Set<string> {
  const manifest = parsed(text)
  return new Set(manifest ? [...manifest.files.map(({ path }) => path), MANIFEST] : [])
}

async function cardIn(dir: string): Promise<string | null> {
  const path = join(dir, CARD)
  // Neither a link out of the folder nor a pipe that nobody fills.
  if (!(await lstat(path)).isFile()) return null
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_CARD), 0, MOST_CARD, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

async function manifestIn(dir: string): Promise<z.infer<typeof manifestSchema>> {
  const manifest = parsed(await readFile(join(dir, MANIFEST), 'utf8').catch(() => null))
  if (manifest) return manifest
  throw fault('bad-input', `${dir} is not an export of Winnow's: it has no ${MANIFEST} that says so and lists its files.`, {
    culprit: dir,
    remedy: 'Name the folder that `winnow export --out` wrote.',
  })
}

async function manifestFile(dir: string): Promise<ListedFile> {
  const from = join(dir, MANIFEST)
  return { path: MANIFEST, from, bytes: (await lstat(from)).size, sha256: null }
}

function parsed(text: string | null): z.infer<typeof manifestSchema> | null {
  try {
    return manifestSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}
