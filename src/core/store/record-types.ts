import type { ExampleIndex, LedgerEntry, Measurements, QueueDefinition, QueueItem, RawRow, Rejection } from '#record'

/** A source as the workspace remembers it. */
export interface StoredSource {
  id: string
  uri: string
  kind: string
  revision: string | null
  addedAt: string
  /** Shapes seen so far, most rows first. */
  shapes: string[]
  examples: number
  /** Examples whose row has been fetched, stored and not evicted. */
  bodies: number
  rejected: number
  /** Every file read to its end. */
  isComplete: boolean
  /** Every file read or indexed to its end. */
  isIndexed: boolean
  /** See the source room's ColumnMap; null when columns are read as they are called. */
  columnMap: Readonly<Record<string, string>> | null
}

/** A file of a source as its listing had it. */
export interface ListedFile {
  path: string
  bytes: number
  etag: string | null
  config: string | null
  split: string | null
}

/** How far a file has been read. */
export interface FileProgress {
  path: string
  nextRow: number
  /** Every row of it is stored. */
  isDone: boolean
  /** Every row of it is in the index; true with `isDone`. */
  isIndexed: boolean
}

/** A row of which only the small columns are known. */
export interface IndexedRow {
  ref: RawRow['ref']
  hints: RawRow['hints']
  /** `contentHash` is '', `id` the natural one. */
  index: ExampleIndex
}

/** Where an example is, whether or not its row is here. */
export interface StoredPlace {
  id: string
  ref: RawRow['ref']
  hints: RawRow['hints']
  /** '' while only indexed. */
  contentHash: string
  hasBody: boolean
}

/** Bodies kept in the workspace that could be fetched again: those of Hub sources. */
export interface BodyCache {
  rows: number
  /** Packed. */
  bytes: number
  /** Decided or exported rows, which are never evicted. */
  keptRows: number
  keptBytes: number
}

/** A row to remember. */
export interface StoredRow {
  raw: Pick<RawRow, 'ref' | 'hints'>
  /** JSON text of the row's value. */
  body: string
  index: ExampleIndex
  values: Measurements
}

/** A remembered body with its place. */
export interface StoredBody {
  id: string
  contentHash: string
  ref: RawRow['ref']
  hints: RawRow['hints']
  body: string
}

/** A remembered body as it is stored: JSON text in UTF-8 as gzip. */
export interface PackedBody extends Omit<StoredBody, 'body'> {
  gzip: Uint8Array
}

/** A recipe as it was when somebody first decided under it. */
export interface KeptRecipe {
  name: string
  text: string
  /** Versions by rule id. */
  rules: Record<string, number>
  /** ISO 8601, UTC. */
  firstAt: string
}

/** A queue as it is remembered. */
export interface StoredQueue {
  id: string
  /** ISO 8601, UTC. */
  madeAt: string
  definition: QueueDefinition
  total: number
}

/** An example that somebody put off. */
export interface QueueSkip {
  exampleId: string
  reviewer: string
}

/** The system of record: workspace.sqlite. Synchronous, durable at return. */
export interface RecordStore {
  /** Remembers a source, or finds it by its uri. One that moved to another revision takes it on, and its files count as unread. */
  addSource(source: { uri: string; kind: string; revision: string | null }, now: string): StoredSource
  /** Remembers how a source's columns are called; null for as they are. */
  setColumnMap(sourceId: string, map: Readonly<Record<string, string>> | null): void
  /** Remembers the files of a source at its revision, progress of known ones kept unless their etag changed; files no longer listed are forgotten. */
  putListing(sourceId: string, files: ListedFile[]): void
  listing(sourceId: string): ListedFile[]
  /**
   * Puts rows of one file into the index in one transaction and returns the ids given, in row order; `isLast` marks the file as indexed and
   * forgets that it gave up before. A row whose body is here keeps it and its hash. A row of the same source and id at an older revision moves here with its id: its body goes, since
   * nobody knows whether it is the same.
   */
  putIndexed(sourceId: string, path: string, rows: IndexedRow[], isLast: boolean): string[]
  /** Small columns of examples, for filling the analysis without their rows; ids that are not there are left out. */
  indexOf(ids: readonly string[]): ExampleIndex[]
  place(id: string): StoredPlace | undefined
  /** Rows of a file whose body is here, at the source's present revision. */
  storedRows(sourceId: string, path: string): Set<number>
  /** Paths of files with examples that are at another revision than their source. */
  outdatedFiles(sourceId: string): string[]
  /** Those examples of one file, in id order. */
  outdated(sourceId: string, path: string): StoredPlace[]
  removeExamples(ids: readonly string[]): void
  /** Remembers that rows were looked at now: the last ones are evicted last. */
  touchBodies(ids: readonly string[], now: string): void
  /** Remembers that rows left in an export: they are never evicted. */
  markExported(ids: readonly string[]): void
  bodyCache(): BodyCache
  /**
   * Lets go of bodies of Hub sources, those used longest ago first, until at most `bytes` of those that may go are left. Never of a row that
   * was decided (any entry in the ledger) or exported. Index and hash stay. A gigabyte takes a second: who has
   * much to let go of lowers `bytes` in steps, with a pause for others between them. Returns what was freed.
   */
  evictBodies(bytes: number): { rows: number; bytes: number }
  /** The source with this uri, revision aside; undefined when new. */
  findSource(uri: string): StoredSource | undefined
  sources(): StoredSource[]
  removeSource(id: string): void
  fileProgress(sourceId: string): FileProgress[]
  /**
   * Stores rows, rejections and the file's progress in one transaction and returns the ids given, in row order. That the file gave up before is
   * forgotten.
   * A row already stored from the same place keeps its id while body and content hash are replaced; an id taken by another row gets
   * `~2`, `~3`, ... Progress with an empty path stands for the source as a whole and is not kept.
   */
  putRows(sourceId: string, progress: FileProgress, rows: Omit<StoredRow, 'values'>[], rejections: Rejection[]): string[]
  /** Id of the example whose row is at this place, at whatever revision, the newest first; undefined when none is. */
  exampleAt(place: Pick<StoredPlace['ref'], 'sourceId' | 'file' | 'row'>): string | undefined
  body(id: string): StoredBody | undefined
  /** The same without unpacking it, for whoever does so elsewhere. */
  packedBody(id: string): PackedBody | undefined
  /** Bodies in id order after `afterId`, at most `limit`: how a rebuild walks. */
  bodiesAfter(afterId: string | null, limit: number): StoredBody[]
  exampleCount(): number
  /** Every example with the hash of its content, in id order: what `AnalysisStore.reconcile` compares with. Read it to its end before writing. */
  contentHashes(): Iterable<Pick<StoredBody, 'id' | 'contentHash'>>
  rejections(page: { sourceId?: string; offset: number; limit: number }): { total: number; rows: Rejection[] }
  /** Adds entries behind the newest; `conflict` when the first does not follow it. */
  appendEntries(entries: LedgerEntry[]): void
  ledgerHead(): { seq: number; hash: string; time: string } | null
  ledger(page: { afterSeq: number; limit: number }): LedgerEntry[]
  /** The same as they are stored, whether or not they can be read: what a check looks at. */
  ledgerLines(page: { afterSeq: number; limit: number }): { seq: number; text: string }[]
  /** Newest first, below a seq; null begins at the newest of all. */
  recentEntries(page: { beforeSeq: number | null; limit: number }): LedgerEntry[]
  ledgerOf(exampleId: string): LedgerEntry[]
  /** Keeps a recipe under its hash for good; one that is kept already stays. */
  keepRecipe(hash: string, recipe: KeptRecipe): void
  keptRecipe(hash: string): KeptRecipe | null
  /** Remembers a queue with its items, in their order, in one transaction. */
  putQueue(queue: Omit<StoredQueue, 'total'>, items: readonly Omit<QueueItem, 'contentHash'>[]): void
  /** Newest first. */
  queues(): StoredQueue[]
  renameQueue(id: string, name: string): void
  /** Forgets a queue with its items and skips; false when there is none. */
  removeQueue(id: string): boolean
  /** In the queue's order; none of a queue there is not. */
  queueItems(queue: string): QueueItem[]
  /** The content hash of each item as it is now, in the queue's order; see {@link QueueItem}. */
  queueHashes(queue: string): (string | null)[]
  /** Puts an item off; one that was put off before comes behind all others that are. */
  skipQueued(queue: string, skip: QueueSkip, at: string): void
  /** In the order they were put off. */
  queueSkips(queue: string): QueueSkip[]
  /** A name for what examples there are with what content: another one after every change. */
  examplesState(): string
  setting(key: string): string | null
  setSetting(key: string, value: string): void
}
