import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { FaultError, fault, type RowHints, toFault } from '#record'
import { openFile } from './bytes.ts'
import { checkColumnMap } from './describe-columns.ts'
import { fingerprintOf, type LocalFile } from './fingerprint.ts'
import { formatOf } from './formats.ts'
import { isHubAddress } from './hub/parse-hub-address.ts'
import type { Hub, HubOpenOptions } from './hub/types.ts'
import { type Listing, listAddress } from './list-address.ts'
import { type Origin, reject } from './origin.ts'
import { readGroups } from './parquet/row-groups.ts'
import { type PlacedFile, placeFiles } from './place-files.ts'
import { readRows } from './read-rows.ts'
import type { OpenedSource, OpenOptions, RowGroupPlace, SourceFile } from './types.ts'

/** Beside what every source takes. */
export interface OpenSourceOptions extends HubOpenOptions {
  /** For addresses on the Hub; without one they are refused. */
  hub?: Hub
}

/**
 * Opens a folder laid out like a Hub repository, a single file, a glob, or what an `hf://` address names. Nothing but the card and the files'
 * edges is read yet, and the columns of the first file when there is a map.
 * @throws Fault `not-found`, `unreadable` or `bad-input` naming the address and what would have been allowed; for the Hub as `Hub.open`.
 */
export async function openSource(address: string, options: OpenSourceOptions): Promise<OpenedSource> {
  options.signal?.throwIfAborted()
  const { hub, ...common } = options
  if (isHubAddress(address) && !hub) throw withoutHub(address)
  const opened = isHubAddress(address) && hub ? await hub.open(address, common) : await describe(await listAddress(address), common)
  await checkColumnMap(opened, options.signal)
  return opened
}

function withoutHub(address: string): FaultError {
  return fault('bad-input', `${address} is on the Hub, which cannot be reached from here.`, {
    culprit: address,
    remedy: 'Download the dataset and open its folder.',
  })
}

async function describe(listing: Listing, options: OpenOptions): Promise<OpenedSource> {
  const { kind, uri, root, paths, card } = listing
  const { map = null } = options
  const { files: placed, notes } = placeFiles(paths, card, options, kind === 'folder' ? '' : `${root.split(sep).join('/')}/`)
  const named = placed.filter((file) => file.isListed)
  const local = await Promise.all(named.map(({ path }) => measureFile(root, path)))
  const revision = await fingerprintOf(local)
  const originOf = (file: string, hints: RowHints): Origin => ({ sourceId: options.sourceId, uri, revision, file, hints })
  const problems = [...listing.problems, ...placed.filter((file) => !file.isListed).map(leftOut)]
  return {
    kind,
    uri,
    revision,
    files: named.map(
      ({ path, config, split }, index): SourceFile => ({ path, bytes: local[index]?.bytes ?? 0, config, split, etag: null }),
    ),
    rejections: problems.map(({ path, reason }) => reject(originOf(path, NO_HINTS), -1, 'unreadable', reason)),
    notes,
    rows: ({ path, config, split }, read) => readRows(resolve(root, path), originOf(path, { config, split }), { map, ...read }),
    job: ({ path, config, split }, wanted, columns = 'all') => {
      return { from: resolve(root, path), origin: originOf(path, { config, split }), wanted, columns, map }
    },
    prepare: async () => {},
    groups: ({ path }) => groupsOf(resolve(root, path), path),
    release: async () => {},
  }
}

const NO_HINTS: RowHints = { config: null, split: null }

function leftOut({ path }: PlacedFile): Listing['problems'][number] {
  return { path, reason: `${path} is in no config of the folder's card and was left out; open it by itself to read it.` }
}

/** The row groups of a local parquet file. */
async function groupsOf(absolute: string, path: string): Promise<RowGroupPlace[] | null> {
  if (formatOf(path)?.format !== 'parquet') return null
  const bytes = await openFile(absolute).catch((error: unknown) => {
    throw new FaultError(toFault(error, path), { cause: error })
  })
  try {
    return await readGroups(bytes, path)
  } finally {
    await bytes.close()
  }
}

async function measureFile(root: string, path: string): Promise<LocalFile> {
  const absolute = resolve(root, path)
  const bytes = await stat(absolute).then(
    (info) => info.size,
    () => 0,
  )
  return { path, absolute, bytes }
}
