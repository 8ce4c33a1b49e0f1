import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '#record'
import { manifestLines } from '../manifest.ts'
import { MANIFEST } from '../owned-files.ts'
import { FORMAT_VERSION, type Manifest, manifestSchema } from './manifest-schema.ts'
import type { Problems } from './problems.ts'
import { sealOf } from './seal-of.ts'

/** A larger manifest is none of ours. Bytes. */
const LARGEST = 64_000_000

/**
 * Reads the manifest of an export's folder and holds it against itself; null where what it says cannot be used.
 *
 * @throws FaultError `not-found` for a folder without a manifest, `bad-input` for one that another program or another Winnow wrote
 */
export async function readManifest(dir: string, problems: Problems): Promise<Manifest | null> {
  const path = join(dir, MANIFEST)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw noExport(dir)
  if (found.size > LARGEST) throw fault('bad-input', `${path} is too large to be a manifest of Winnow's.`, { culprit: path })
  const bytes = await readFile(path)
  const value = parse(bytes.toString('utf8'))
  refuseOthers(value, path)
  const read = manifestSchema.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const at = issue?.path.join('.') ?? ''
    problems.add(
      'manifest',
      MANIFEST,
      `manifest.json was edited or damaged: ${at === '' ? 'it is no JSON of a manifest' : at}: ${issue?.message}.`,
    )
    return null
  }
  const manifest = value as Manifest
  if (sealOf(manifest) !== manifest.sha256)
    problems.add('manifest', MANIFEST, 'manifest.json was edited: its own hash does not fit what it says.')
  else if (!bytes.equals(Buffer.from(manifestLines(manifest), 'utf8'))) {
    problems.add('manifest', MANIFEST, 'manifest.json was written anew: it says what it said, in other bytes.')
  }
  return manifest
}

function refuseOthers(value: unknown, path: string): void {
  const { format, format_version } = (value ?? {}) as { format?: unknown; format_version?: unknown }
  if (format !== 'winnow-export' || typeof format_version !== 'number' || format_version === FORMAT_VERSION) return
  const isOld = format_version < FORMAT_VERSION
  throw fault('bad-input', `${path} is of format version ${format_version}; this Winnow verifies version ${FORMAT_VERSION}.`, {
    culprit: path,
    remedy: isOld ? 'Export again.' : 'Update Winnow.',
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function noExport(dir: string): Error {
  return fault('not-found', `${dir} holds no manifest.json: it is no export of Winnow's, or its manifest was removed.`, {
    culprit: dir,
    remedy: 'Name the folder that "winnow export" wrote.',
  })
}
