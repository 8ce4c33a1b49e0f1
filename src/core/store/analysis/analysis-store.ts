import type { MeasureInfo } from '#record'
import type { AnalysisQuestions, AnalysisStore, StoredBody } from '../types.ts'
import { bringMeasures } from './bring-measures.ts'
import { Columns, IS_KEPT } from './columns.ts'
import { Connections, type Reader } from './connections.ts'
import { countBy } from './count-by.ts'
import { countRows } from './count-rows.ts'
import { facetCounts } from './facet-counts.ts'
import { groupDuplicates } from './group-duplicates.ts'
import { histogramsOf } from './histograms.ts'
import { draft } from './judging/draft.ts'
import { judge } from './judging/judge.ts'
import { readPlan } from './judging/plan-in-force.ts'
import { readInsight } from './judging/read-insight.ts'
import { readFailedCounts, readJudgedBy } from './judging/read-judged.ts'
import { countLacking, readLacking, readLackingOf } from './lacking.ts'
import { openAnalysis } from './open-analysis.ts'
import { readNeighbours, readPage, readRow, readRowsOf, readUnmeasured } from './pages.ts'
import { chooseQueued, previewQueued } from './queues/choose-queued.ts'
import { readTags } from './read-tags.ts'
import { createStatsStore } from './stats/stats-store.ts'
import { streamColumns } from './stream-columns.ts'
import { streamRows } from './stream-rows.ts'
import { putValues } from './value-writes.ts'
import * as writes from './writes.ts'

/** An analysis file, open. */
export interface OpenAnalysis {
  store: Omit<AnalysisStore, 'reconcile'>
  /** As `AnalysisStore.reconcile`, with the content that is missing. */
  reconcile(current: Iterable<Content>): Promise<Content[]>
  /** The name left by the last close, gone afterwards: whoever is killed from now on leaves none. */
  takeState(): Promise<string | null>
  /** Leaves a name of the state it is in, if there is one, and lets go of the file. */
  close(state: () => string | null): Promise<void>
}

type Content = Pick<StoredBody, 'id' | 'contentHash'>

/**
 * Opens the analysis of a workspace; see `openAnalysis` for what happens to a stale or damaged file.
 *
 * @throws FaultError `workspace-busy`, `read-only` or `disk-full`
 */
export async function openAnalysisStore(path: string, measures: readonly MeasureInfo[]): Promise<OpenAnalysis> {
  const connections = await Connections.open(await openAnalysis(path, measures), path)
  const columns = new Columns(measures, await connections.write(readPlan))
  // Two at once would share the tables they write by.
  const oneByOne = createQueue()
  const store: OpenAnalysis['store'] = {
    putExamples: (rows) => connections.write((connection) => writes.putExamples(connection, measures, rows)),
    putValues: (only, rows) => connections.write((connection) => putValues(connection, measures, only, rows)),
    useMeasures: (other) => connections.write((connection) => bringMeasures(connection, other)),
    lacking: (afterId, limit) => readLacking(connections, afterId, limit),
    lackingOf: (ids) => readLackingOf(connections, ids),
    countLacking: (measure) => countLacking(connections, measure),
    judge: (plan, options) => judge(connections, columns, plan, options),
    draft: (plan, options) => draft(connections, columns, plan, options),
    judgedBy: () => readJudgedBy(connections),
    failedCounts: (hash) => readFailedCounts(connections, columns, hash),
    insight: (key) => readInsight(connections, columns, key),
    tellReasons: (tell) => {
      columns.inForce.tell = tell
    },
    groupDuplicates: (options) => oneByOne(() => groupDuplicates(connections, columns, options)),
    putStandings: (standings) => connections.write((connection) => writes.putStandings(connection, standings)),
    tags: () => readTags(connections),
    removeExamples: (ids) => connections.write((connection) => writes.removeExamples(connection, ids)),
    removeSource: (id) => connections.write((connection) => writes.removeSource(connection, id)),
    clear: () => connections.write(writes.clear),
    rows: (query, sort = null, options = {}) => streamRows(connections, columns, query, sort, options),
    columnsOf: (query, asked) => streamColumns(connections, columns, query, asked),
    countBy: (query, names) => countBy(connections, columns, query, names),
    unmeasured: (query) => readUnmeasured(connections, columns, query),
    chooseQueued: (query, definition, plan) => chooseQueued(connections, columns, query, definition, plan),
    row: (id) => readRow(connections, columns, id),
    rowsOf: (ids) => readRowsOf(connections, columns, ids),
    ...questions(connections, columns),
    until: (signal) => questions(connections.until(signal), columns),
    counts: () => readCounts(connections),
    isCurrent: async (exampleCount) => (await readCounts(connections)).indexed === exampleCount,
  }
  return {
    store,
    reconcile: (current) => connections.write((connection) => writes.reconcile(connection, current)),
    takeState: () => connections.write(writes.takeState),
    close: async (state) => {
      // A full disk must not keep the workspace from closing: without a name the next start compares.
      await connections.write((connection) => writes.leaveState(connection, state())).catch(() => undefined)
      await connections.close()
    },
  }
}

/** What screens ask again and again. */
function questions(reader: Reader, columns: Columns): AnalysisQuestions {
  return {
    page: (query, sort, offset, limit) => readPage(reader, columns, query, sort, { offset, limit }),
    count: (query) => countRows(reader, columns, query),
    neighbours: (id, query, sort) => readNeighbours(reader, columns, id, query, sort),
    facets: async (query, histogramMeasures) => {
      const [counts, histograms] = await Promise.all([
        facetCounts(reader, columns, query),
        histogramsOf(reader, columns, query, histogramMeasures),
      ])
      return { counts, histograms }
    },
    previewQueued: (query, definition, plan) => previewQueued(reader, columns, query, definition, plan),
    stats: createStatsStore(reader, columns),
  }
}

/** Runs pieces of work one after another; one that fails does not hold up the next. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Decided rows are few: counting them apart spares joining every row with its decision. */
const COUNTS = `
  WITH decided AS (
    SELECT s.decision, ${IS_KEPT} AS is_kept FROM standings s JOIN examples e ON e.id = s."exampleId" WHERE s.decision IS NOT NULL),
  decisions AS (
    SELECT count(*) AS n, count(*) FILTER (decision = 'accept') AS accepted, count(*) FILTER (decision = 'reject') AS rejected,
      count(*) FILTER (is_kept) AS was_keep, count(*) FILTER (NOT is_kept) AS was_drop FROM decided),
  indexed AS (
    SELECT count(*) AS n, count(*) FILTER ("isMeasured") AS measured, count(*) FILTER (${IS_KEPT}) AS keep,
      count(*) FILTER (NOT ${IS_KEPT}) AS "drop" FROM examples e)
  SELECT indexed.n, measured, keep - was_keep + accepted, "drop" - was_drop + rejected, decisions.n FROM indexed, decisions`

async function readCounts(connections: Connections): ReturnType<AnalysisStore['counts']> {
  const [line = []] = await connections.read(COUNTS)
  const [indexed = 0, measured = 0, keep = 0, drop = 0, decided = 0] = line.map(Number)
  return { indexed, measured, keep, drop, decided }
}
