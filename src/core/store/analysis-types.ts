import type { Expression, FailedCount, JudgePlan, TellReasons } from '#filter'
import type {
  Density,
  Dimension,
  ExampleIndex,
  ExampleRow,
  FacetCount,
  Facets,
  MeasureInfo,
  Measurements,
  Overview,
  QueueDefinition,
  QueueItem,
  Rates,
  RuleInsight,
  Selection,
  Sort,
  Standing,
  StatsHistogram,
  Summary,
  TallySums,
  Windows,
} from '#record'
import type { StoredBody } from './record-types.ts'

/** Counts for the status bar. */
export interface StoreCounts {
  indexed: number
  measured: number
  keep: number
  drop: number
  decided: number
  rejected: number
}

/** Selection with its `where` already parsed, and the examples it is among where only some come into question. */
export type Query = Omit<Selection, 'where'> & { where?: Expression | null; ids?: readonly string[] }

/**
 * A column that is asked for. `text`: as text · `key`: as a number that is the same for the same value, and of half a million different ones with a chance
 * of one in 50,000 for any two: read in a fifth of the time a text takes; null for none and '' · `digest`: the MD5 of the texts of several.
 */
export type AskedColumn = { as: 'text' | 'key'; column: string } | { as: 'digest'; columns: readonly string[] }

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

/** How to judge. */
export interface JudgeOptions {
  /** Aborted before the end, it leaves all as it was. */
  signal?: AbortSignal | undefined
}

/** How to group duplicates. */
export interface GroupOptions {
  signal?: AbortSignal | undefined
  /**
   * Few rows that came since groups were made join those there are, or begin their own, and all others stay where they are: a row of a lesser id
   * than its group's changes no name, and two groups it would have joined stay two, until a call that is not quick.
   */
  isQuick?: boolean
  /** Hears how many examples are through, when groups are made anew. */
  progress?: (done: number, total: number) => void
}

/** What a draft would do. */
export interface DraftCounts {
  counts: FailedCount[]
  /** Rows with a verdict that would have the other one. */
  newlyKept: number
  newlyDropped: number
  /** The first of those that would be dropped, in id order, a few, with what they fail; places as in {@link FailedCount}. */
  leaving: { id: string; failed: readonly number[]; faults: readonly number[] }[]
}

/** What a queue would take. */
export interface QueueCounts {
  matching: number
  taken: number
  /** By the column of a stratified queue, else by verdict; '' for none. The largest fifty. */
  groups: { value: string; matching: number; taken: number }[]
}

/** What screens ask of the analysis, a dozen at a time. */
export interface AnalysisQuestions {
  page(query: Query, sort: Sort | null, offset: number, limit: number): Promise<{ total: number; rows: ExampleRow[] }>
  /** How many examples a query selects. */
  count(query: Query): Promise<number>
  /** Ids before and after this one in the query's order, and its place from 0; nulls at the ends and when it is not in the query. */
  neighbours(
    id: string,
    query: Query,
    sort: Sort | null,
  ): Promise<{ previous: string | null; next: string | null; nextIds: string[]; position: number | null; total: number }>
  facets(query: Query, histogramMeasures: string[]): Promise<Facets>
  /** How many examples a queue would take of how many; see `AnalysisStore.chooseQueued`. */
  previewQueued(query: Query, definition: QueueDefinition, plan: JudgePlan): Promise<QueueCounts>
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
  /** Removes rows with their verdicts; decisions stay. */
  removeExamples(ids: readonly string[]): Promise<void>
  /** Ids of a query that are not measured yet, or lack some measure, in stored order. */
  unmeasured(query: Query): Promise<string[]>
  /**
   * Gives every measured row its verdict by a plan and returns what they fail. The same rows and plan give the same verdicts, whatever order the rows
   * came in; a plan's hash must stand for its steps. What stops it, a kill as well, leaves every verdict as it was.
   *
   * @throws FaultError `bad-input` for a column there is not, or one that hangs on verdicts or decisions; and the signal's reason
   */
  judge(plan: JudgePlan, options?: JudgeOptions): Promise<FailedCount[]>
  /**
   * What {@link judge} would do, with every verdict left as it is. The rows that would move can be selected by `moved` until the next draft that
   * comes to its end, or the next judging; rows without a verdict are not among them.
   */
  draft(plan: JudgePlan, options?: JudgeOptions): Promise<DraftCounts>
  /** Hash of the plan that every measured row has its verdict by; null where one may have none, or one about other values or other rows. */
  judgedBy(): Promise<string | null>
  /** How many rows fail which steps of the plan with this hash; none while verdicts are another's. */
  failedCounts(hash: string): Promise<FailedCount[]>
  /**
   * What one step of the plan in force does, and how people decided on it.
   *
   * @throws FaultError `bad-input` naming the steps there are
   */
  insight(key: string): Promise<RuleInsight>
  /** Says how reasons are told from now on: by the recipe in force. Nobody having said so, rows have none. */
  tellReasons(tell: TellReasons): void
  /**
   * Brings the columns `issue_group` and `patch_group` to the rows there are: the least id of the examples whose issue, or patch, is nearly the same, one's own
   * where there is no other, null without an issue or a patch. Every member is similar to the one whose id it is. The same rows make the same
   * groups, whatever order they came in. Returns whether groups changed: they are kept until rows change. Others have their turn on the thread every
   * few milliseconds; after what stops it, a kill as well, the next call makes them anew.
   *
   * @throws FaultError `conflict` when rows keep coming meanwhile, unless it is to be quick; and the signal's reason
   */
  groupDuplicates(options?: GroupOptions): Promise<boolean>
  /** Puts or replaces standings by example. */
  putStandings(standings: Standing[]): Promise<void>
  /** Tags that examples have, those on most first. */
  tags(): Promise<FacetCount[]>
  removeSource(id: string): Promise<void>
  /**
   * Every row of a query in id order (or the sort's), streamed. With `tallies` its values carry each tally as well, as JSON text:
   * `{"bash":{"calls":12,"failed":1}}`. With `measures` they carry these alone and no reasons, which costs a fraction. Others have their turn on the thread
   * every few milliseconds.
   */
  rows(query: Query, sort?: Sort | null, options?: { tallies?: boolean; measures?: readonly string[] }): AsyncGenerator<ExampleRow>
  /**
   * Some columns of a query's rows in id order, the ids before them, streamed in parts: for each column the values of the same rows. Keys are of one version
   * of this program.
   */
  columnsOf(query: Query, asked: readonly AskedColumn[]): AsyncGenerator<(string | number | null)[][]>
  /** How many rows of a query have which values in these columns. */
  countBy(query: Query, columns: readonly string[]): Promise<{ values: (string | number | boolean | null)[]; count: number }[]>
  /**
   * Which examples a queue takes and how many people must judge each, in its order; see docs/queues.md for what each order means. The plan is the one of the
   * recipe in force.
   *
   * @throws FaultError `bad-input` for a column there is not, `conflict` for a borderline queue while verdicts are another plan's
   */
  chooseQueued(query: Query, definition: QueueDefinition, plan: JudgePlan): Promise<Omit<QueueItem, 'contentHash'>[]>
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
