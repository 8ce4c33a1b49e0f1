import type { Expression, VerdictRecord } from '#filter'
import type {
  Density,
  Dimension,
  ExampleIndex,
  ExampleRow,
  Facets,
  Funnel,
  LedgerEntry,
  MeasureInfo,
  Measurements,
  Overview,
  Rates,
  RawRow,
  Rejection,
  Selection,
  Sort,
  Standing,
  StatsHistogram,
  Summary,
  TallySums,
  Windows,
} from '#record'

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

/** Counts for the status bar. */
export interface StoreCounts {
  indexed: number
  measured: number
  keep: number
  drop: number
  decided: number
  rejected: number
}

/** Selection with its `where` already parsed. */
export type Query = Omit<Selection, 'where'> & { where?: Expression | null }

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
  body(id: string): StoredBody | undefined
  /** Bodies in id order after `afterId`, at most `limit`: how a rebuild walks. */
  bodiesAfter(afterId: string | null, limit: number): StoredBody[]
  exampleCount(): number
  /** Every example with the hash of its content, in id order: what {@link AnalysisStore.reconcile} compares with. Read it to its end before writing. */
  contentHashes(): Iterable<Pick<StoredBody, 'id' | 'contentHash'>>
  rejections(page: { sourceId?: string; offset: number; limit: number }): { total: number; rows: Rejection[] }
  /** Adds entries behind the newest; `conflict` when the first does not follow it. */
  appendEntries(entries: LedgerEntry[]): void
  ledgerHead(): { seq: number; hash: string } | null
  ledger(page: { afterSeq: number; limit: number }): LedgerEntry[]
  ledgerOf(exampleId: string): LedgerEntry[]
  setting(key: string): string | null
  setSetting(key: string, value: string): void
}

/** A measured row without the values of some measures: theirs changed, or came, since. */
export interface LackingRow {
  id: string
  contentHash: string
  /** Their ids. */
  measures: string[]
}

/** Values of some measures, computed from a row with this content. */
export interface ValueWrite {
  id: string
  contentHash: string
  values: Measurements
}

/** What screens ask of the analysis, a dozen at a time. */
export interface AnalysisQuestions {
  page(query: Query, sort: Sort | null, offset: number, limit: number): Promise<{ total: number; rows: ExampleRow[] }>
  /** Ids before and after this one in the query's order, and its place from 0; nulls at the ends and when it is not in the query. */
  neighbours(
    id: string,
    query: Query,
    sort: Sort | null,
  ): Promise<{ previous: string | null; next: string | null; nextIds: string[]; position: number | null; total: number }>
  facets(query: Query, histogramMeasures: string[]): Promise<Facets>
  readonly stats: StatsStore
}

/** The derived side: analysis.duckdb. Everything in it can be rebuilt. */
export interface AnalysisStore extends AnalysisQuestions {
  /** Puts or replaces rows by id; a replaced row loses its verdict, which was about other values. No values means not measured. */
  putExamples(rows: { index: ExampleIndex; values: Measurements }[]): Promise<void>
  /**
   * Gives rows that lack measures their values; every other value stays as it is. `only` names the measures computed. A row that is gone, has other
   * content by now, or lacks more than these, is left as it is.
   */
  putValues(only: readonly string[], rows: readonly ValueWrite[]): Promise<void>
  /**
   * Goes on with other versions or encodings of the measures it was opened with: the values of those that changed go, and every measured row
   * lacks them. Ids and types must be the same.
   */
  useMeasures(measures: readonly MeasureInfo[]): Promise<void>
  /** Measured rows that lack some measure, in id order after `afterId`. */
  lacking(afterId: string | null, limit: number): Promise<LackingRow[]>
  /** Those of the given rows that lack some measure. */
  lackingOf(ids: readonly string[]): Promise<LackingRow[]>
  /** Number of measured rows that lack this measure; without one, any measure. */
  countLacking(measure?: string): Promise<number>
  /** Adds verdicts of rows that had none, and their funnel to the one held (every number of it is a sum). */
  addVerdicts(verdicts: VerdictRecord[], funnel: Funnel): Promise<void>
  /** Removes rows with their verdicts; decisions stay. */
  removeExamples(ids: readonly string[]): Promise<void>
  /** Ids of a query that are not measured yet, or lack some measure, in stored order. */
  unmeasured(query: Query): Promise<string[]>
  /**
   * Replaces every verdict and the funnel, when all of them came: what stops them before leaves everything as it was. `funnel` is asked once,
   * just before the first is replaced; where many are, a kill between then and the end leaves no funnel. One at a time, and not beside
   * {@link addVerdicts}.
   */
  putVerdicts(verdicts: AsyncIterable<VerdictRecord> | Iterable<VerdictRecord>, funnel: () => Funnel): Promise<void>
  /** Funnel of the verdicts held; null when none are, or rows were removed since. */
  funnel(): Promise<Funnel | null>
  /** Puts or replaces standings by example. */
  putStandings(standings: Standing[]): Promise<void>
  removeSource(id: string): Promise<void>
  /**
   * Every row of a query in id order (or the sort's), streamed. With `tallies` its values carry each tally as well, as JSON text:
   * `{"bash":{"calls":12,"failed":1}}`. With `measures` they carry these alone, which costs a fraction. Others have their turn on the thread
   * every few milliseconds.
   */
  rows(query: Query, sort?: Sort | null, options?: { tallies?: boolean; measures?: readonly string[] }): AsyncGenerator<ExampleRow>
  row(id: string): Promise<ExampleRow | undefined>
  /** Rows by id, whatever is selected, in no order; ids that are not there are left out. */
  rowsOf(ids: readonly string[]): Promise<ExampleRow[]>
  /** The same questions for somebody who may give up: a read that was aborted before its turn is never run. */
  until(signal: AbortSignal | undefined): AnalysisQuestions
  counts(): Promise<Omit<StoreCounts, 'rejected'>>
  /**
   * Removes rows that the record no longer has or has with other content, and returns the ids that must be put again, in id order: all of them
   * after the file was lost, none when nothing happened in between.
   */
  reconcile(current: Iterable<Pick<StoredBody, 'id' | 'contentHash'>>): Promise<string[]>
  /** True when it holds every measured example of the record store at these measure versions. */
  isCurrent(exampleCount: number): Promise<boolean>
  clear(): Promise<void>
}

/** Numbers over the examples of a query. Exact, and `bad-input` for a measure or tally there is not. */
export interface StatsStore {
  overview(query: Query): Promise<Overview>
  /** `measures` hold numbers or booleans. */
  summary(query: Query, by: readonly Dimension[], measures: readonly string[]): Promise<Summary>
  rates(query: Query, by: readonly Dimension[], least: number): Promise<Rates>
  histogram(query: Query, options: { measure: string; by: Dimension | null; bins: number; clip: number | null }): Promise<StatsHistogram>
  density(
    query: Query,
    options: { x: string; y: string; by: Dimension | null; columns: number; rows: number; points: number },
  ): Promise<Density>
  windows(query: Query, options: { measure: string; windows: readonly number[]; by: Dimension | null }): Promise<Windows>
  tally(query: Query, options: { tally: string; by: Dimension | null; limit: number }): Promise<TallySums>
}

/** A workspace folder, open and locked for this process. */
export interface Workspace {
  /** Absolute path of the folder. */
  path: string
  record: RecordStore
  analysis: AnalysisStore
  /** Writes everything out and lets go of the folder; safe to call again. */
  close(): Promise<void>
}

/** How to open one. */
export interface OpenWorkspaceOptions {
  /**
   * Columns of the analysis table, or how to tell them from what the workspace remembers. Where one changed since the last opening, its values
   * alone go and come again.
   */
  measures: readonly MeasureInfo[] | ((record: Pick<RecordStore, 'setting'>) => readonly MeasureInfo[])
}
