import type { FileMetaData } from 'hyparquet'
import { FaultError, fault } from '#record'
import type { ByteRange } from '../byte-ranges.ts'
import type { Bytes } from '../bytes.ts'
import type { ListingCache } from '../cache/listing-cache.ts'
import type { RangeCache } from '../cache/range-cache.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import { formatOf } from '../formats.ts'
import { type Origin, reject } from '../origin.ts'
import { readFooter } from '../parquet/footer.ts'
import { planIndex } from '../parquet/plan-index.ts'
import { planRows } from '../parquet/plan-rows.ts'
import { readGroups, rowGroupsOf } from '../parquet/row-groups.ts'
import { readRows } from '../read-rows.ts'
import type { OpenedSource, ReadJob, RowsWanted, SourceFile } from '../types.ts'
import { footerRange } from './footer-range.ts'
import { inBlocks } from './in-blocks.ts'
import { listData } from './list-data.ts'
import type { Connection } from './net/create-connection.ts'
import { hubUri, parseHubAddress } from './parse-hub-address.ts'
import { pinRevision } from './pin-revision.ts'
import type { RemoteBytes } from './remote-bytes.ts'
import type { HubOpenOptions } from './types.ts'

/** What a Hub lends the sources opened on it. */
export interface HubTools {
  connection: Connection
  cache: RangeCache
  listings: ListingCache
  /** The one object of a file. */
  remote(file: RemoteFile): RemoteBytes
}

/** Opens a dataset of the Hub: see the Hub's `open`. */
export async function openHub(address: string, options: HubOpenOptions, tools: HubTools): Promise<OpenedSource> {
  const { signal, sourceId, map = null } = options
  signal?.throwIfAborted()
  const named = parseHubAddress(address, (await tools.connection.access()).url)
  const pinned = await pinRevision(named, options, tools)
  const { files, problems, notes } = await listData(pinned, named.path, options, tools)
  const uri = hubUri(named)
  const originOf = ({ path, config, split }: Pick<SourceFile, 'path' | 'config' | 'split'>): Origin => {
    return { sourceId, uri, revision: pinned.commit, file: path, hints: { config, split } }
  }
  const fileOf = (file: SourceFile) => remoteFile(pinned.repo, pinned.commit, file)
  const remoteOf = (file: SourceFile) => tools.remote(fileOf(file))
  /** Of the files that jobs were made for, by path. */
  const remotes = new Map<string, RemoteBytes>()
  return {
    kind: 'hub',
    uri,
    revision: pinned.commit,
    files,
    rejections: problems.map(({ path, reason }) => reject(originOf({ path, config: null, split: null }), -1, 'unreadable', reason)),
    notes: [...pinned.notes, ...notes],
    rows: (file, read) => readRows(bytesFor(file, remoteOf(file)), originOf(file), { map, ...read }),
    job(file, wanted, columns = 'all') {
      const remote = remoteOf(file)
      remotes.set(file.path, remote)
      return { from: bytesFor(file, remote), origin: originOf(file), wanted, columns, map }
    },
    async prepare(job, stop) {
      const remote = remotes.get(job.origin.file)
      if (remote && isParquet(job.origin.file)) await prepareParquet(job, remote, stop)
    },
    async groups(file, stop) {
      if (!isParquet(file.path)) return null
      return readGroups(remoteOf(file), file.path, stop)
    },
    async release(file) {
      const remote = fileOf(file)
      await tools.cache.keepOnly(remote, isParquet(file.path) ? await footerRange(tools.cache, remote) : null)
    },
  }
}

function isParquet(path: string): boolean {
  return formatOf(path)?.format === 'parquet'
}

function remoteFile(repo: string, commit: string, { path, bytes, etag }: SourceFile): RemoteFile {
  if (etag === null) throw fault('internal', `${path} was listed without an etag.`, { culprit: path })
  return { repo, commit, path, bytes, etag }
}

/** Formats that are read from front to end come in long requests instead of one a slice. */
function bytesFor({ path }: SourceFile, remote: RemoteBytes): Bytes {
  return isParquet(path) ? remote : inBlocks(remote)
}

/** A file whose footer or page indexes make no sense is not prepared: reading it tells why. */
async function prepareParquet(job: ReadJob, remote: RemoteBytes, signal?: AbortSignal): Promise<void> {
  const ranges = await plan(job, remote, signal).catch((error: unknown) => {
    signal?.throwIfAborted()
    if (error instanceof FaultError) throw error
    return []
  })
  await remote.prefetch(ranges, signal, job.columns === 'small' || 'fromRow' in job.wanted)
}

async function plan({ columns, wanted, map }: ReadJob, remote: RemoteBytes, signal?: AbortSignal): Promise<ByteRange[]> {
  const metadata = await readFooter(remote, signal)
  if (columns === 'small') return planIndex(metadata, remote.length, map)
  return planRows(metadata, firstPart(metadata, wanted), (start, end) => remote.slice(start, end, signal))
}

/** Of all rows from one on only those of its row group: what follows may be far more than fits. */
function firstPart(metadata: FileMetaData, wanted: RowsWanted): RowsWanted {
  if (!('fromRow' in wanted)) return wanted
  const group = rowGroupsOf(metadata).find(({ end }) => end > wanted.fromRow)
  return { spans: group ? [{ start: Math.max(group.start, wanted.fromRow), end: group.end }] : [] }
}
