import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The manifest of every export. */
export const MANIFEST = 'manifest.json'

/** How a manifest says that Winnow wrote it. */
export const EXPORT_FORMAT = 'winnow-export'

/** A manifest is read back before files are deleted in its name, so only plain file names count. */
const PLAIN_NAME = /^[^./\\][^/\\]*$/

const manifestSchema = z.object({ format: z.literal(EXPORT_FORMAT), files: z.array(z.object({ path: z.string().regex(PLAIN_NAME) })) })

/** Files in a folder that its manifest says are an export's, the manifest included; none when there is no such manifest. */
export async function ownedFiles(folder: string): Promise<string[]> {
  const parsed = manifestSchema.safeParse(await readJson(join(folder, MANIFEST)))
  return parsed.success ? [...parsed.data.files.map(({ path }) => path), MANIFEST] : []
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
