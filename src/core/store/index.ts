/**
 * The store room: a workspace folder on disk.
 *
 * *record* workspace.sqlite, the system of record: sources, rows, rejections, the ledger · *analysis* analysis.duckdb, derived: the index, measures,
 * verdicts and a mirror of the standings, for tables and plots · *body* a row's JSON, compressed · *stale* a decision about other bytes than the
 * row has now · *origin* a file at a revision · *tally* a sum over examples, held by triggers · *kept* decided or exported, so never evicted ·
 * *pending* what the record changed and the analysis was not told · *reconcile* finding what the analysis lacks after a crash
 */
export { INDEX_COLUMNS } from './analysis/columns.ts'
export { judgesEachAlone } from './analysis/judging/judges-each-alone.ts'
export { openWorkspace, RECORD_FILE } from './open-workspace.ts'
export { readOtherLedger } from './read-other-ledger.ts'
export type * from './types.ts'
