import { setMaxListeners } from 'node:events'
import { basename, join } from 'node:path'
import type { Recipe } from '#filter'
import { encodingOf, type MeasurePlan, measureInfoFor } from '#measure'
import type { Fault, LedgerEntry, MeasureInfo } from '#record'
import { createHub, type Hub, type HubOptions } from '#source'
import { openWorkspace, type StoreCounts, type Workspace } from '#store'
import { closeFetching, createFetching, type Fetching } from './bodies/fetching.ts'
import { createSharedWork, type SharedWork } from './bodies/shared-work.ts'
import { tellTouched } from './bodies/touch.ts'
import { type CachedExamples, createCachedExamples } from './cached-examples.ts'
import type { WorkbenchOptions } from './desk.ts'
import { createExclusive, type Exclusive } from './exclusive.ts'
import { readLedger } from './read-ledger.ts'
import { recipeInForce } from './recipe-in-force.ts'
import { TOKENIZER, tokenizerOf } from './tokenizer/tokenizer-setting.ts'

/** One open workspace with what is remembered about it while it is open. */
export interface Session {
  workspace: Workspace
  name: string
  /** By what rows are measured: everything, and `model_tokens` by the tokenizer chosen for this workspace. Another choice is another object. */
  plan: MeasurePlan
  /** The measures with the encoding in force. */
  measures: readonly MeasureInfo[]
  /** What Hub sources are opened with; keeps what it fetched in the workspace's folder `cache`. */
  hub: Hub
  examples: CachedExamples
  /** How rows come that are only indexed. */
  fetching: Fetching
  /** The whole ledger, oldest first; kept in step by `decide`. */
  ledger: LedgerEntry[]
  /** The recipe in force, parsed, with the text it was read from; null until somebody asks. */
  recipe: { stored: string | null; recipe: Recipe } | null
  /** Long work on this workspace waits for the one before: one at a time. */
  exclusive: Exclusive
  /** Decisions wait for each other only, so that a person never waits for an `add`. */
  exclusiveDecision: Exclusive
  /** Verdicts and their funnel are written by one at a time: a whole judgement must not lose what was judged beside it. */
  exclusiveVerdicts: Exclusive
  /** Groups of duplicates are made for all who wait for them at once. */
  grouping: SharedWork
  /** Why the ledger could not be read whole, or the derived side not be brought up to date; null when all is well. */
  trouble: Fault | null
  /** Aborted when the session closes: long work stops at its next safe point. */
  closing: AbortController
}

/** Opens a workspace folder, making it when it is not there. */
export async function openSession(path: string, options: WorkbenchOptions, access: HubOptions['access']): Promise<Session> {
  const planOf = ({ setting }: Pick<Workspace['record'], 'setting'>, folder: string): MeasurePlan => ({
    tokenizer: tokenizerOf(setting(TOKENIZER), folder),
    only: null,
  })
  const measuresOf = ({ tokenizer }: MeasurePlan) => measureInfoFor(encodingOf(tokenizer))
  const workspace = await openWorkspace(path, { measures: (record) => measuresOf(planOf(record, path)) })
  const plan = planOf(workspace.record, workspace.path)
  const closing = new AbortController()
  // Every row on its way listens to it.
  setMaxListeners(0, closing.signal)
  const { ledger, trouble } = readLedger(workspace.record)
  const session: Session = {
    workspace,
    name: basename(workspace.path),
    plan,
    measures: measuresOf(plan),
    hub: createHub({ access, cacheDir: join(workspace.path, 'cache'), ...options.hub?.tuning }),
    examples: createCachedExamples(workspace),
    fetching: createFetching(options),
    ledger,
    recipe: null,
    exclusive: createExclusive(),
    exclusiveDecision: createExclusive(),
    exclusiveVerdicts: createExclusive(),
    grouping: createSharedWork(),
    trouble,
    closing,
  }
  // Rows tell their reasons from the first on. A recipe that cannot be read is told to whoever asks for it.
  await recipeInForce({ options, session }).catch(() => undefined)
  return session
}

/** Stops long work at its next safe point, waits for it, and lets go of the folder. */
export async function closeSession(session: Session): Promise<void> {
  session.closing.abort()
  await session.exclusive(async () => undefined)
  await session.exclusiveDecision(async () => undefined)
  await closeFetching(session.fetching)
  await session.exclusiveVerdicts(async () => undefined)
  await session.grouping.idle()
  try {
    tellTouched(session, new Date())
  } finally {
    await session.hub.close()
    await session.workspace.close()
  }
}

/** The numbers of the status bar. */
export async function countsOf(session: Session): Promise<StoreCounts> {
  const rejected = session.workspace.record.rejections({ offset: 0, limit: 1 }).total
  return { ...(await session.workspace.analysis.counts()), indexed: session.workspace.record.exampleCount(), rejected }
}
