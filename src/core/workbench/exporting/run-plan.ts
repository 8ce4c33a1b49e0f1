import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { exportEvent } from '#contract'
import { type Chosen, type ExportResult, effectivePlan, type ManifestFacts, type PackRows, runExport } from '#export'
import { type ExportPlan, fault } from '#record'
import { projectInTurns } from '#review'
import type { Desk } from '../desk.ts'
import { fetchLeaving } from '../fetch-leaving.ts'
import { MEASURED } from '../query-of.ts'
import { choosePlan } from './choose-plan.ts'
import { exportFolder } from './export-folder.ts'
import { remember } from './history.ts'
import { type LedgerState, manifestFacts } from './manifest-facts.ts'
import { rowsAt } from './rows-at.ts'
import { rowsBy } from './rows-by.ts'
import { rowsOfState, tableChanged, tableStamp } from './table-stamp.ts'
import { keptTemplate } from './templates/kept-templates.ts'
import { createExportPool, type ExportPool } from './threads/export-pool.ts'

/** Rows marked as exported in one transaction. */
const KEEP_ROWS = 2_000

/** Tries at a moment in which nobody decides while examples are chosen. */
const TRIES = 5

/** A plan with where it goes, and the hash of what it was shown to let leave. */
export interface PlanToRun extends ExportPlan {
  out: string
  expected?: string | undefined
}

/** Runs an export by a plan, tells how far it is, and remembers it in the workspace. */
export async function* runPlan(
  desk: Desk,
  { out, expected, ...asked }: PlanToRun,
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof exportEvent>> {
  const plan = effectivePlan(asked)
  const outDir = await exportFolder(out)
  const { chosen, state, stamp } = await chooseAtOnce(desk, plan, signal)
  if (expected !== undefined && expected !== chosen.hash) throw changed()
  const ids = [...new Set(chosen.units.flatMap((unit) => unit.ids))]
  await fetchLeaving(desk, ids, signal)
  const job = desk.jobs.start('exporting', 'examples')
  const pool = createExportPool({ workerUrl: desk.options.exportWorkerUrl })
  try {
    const events = runExport({ plan, chosen, outDir, signal, ...(await inputs(desk, plan, { state, stamp, pool, signal })) })
    for await (const event of events) {
      if (event.kind === 'progress') job.progress(event.done, event.total)
      else await remembered(desk, ids, event.result)
      yield event
    }
  } finally {
    job.end()
    await pool.close()
  }
}

/** What a plan lets leave, with the ledger and the table as they were then: what is said or applied from now on is in no file. */
async function chooseAtOnce(
  desk: Desk,
  plan: ExportPlan,
  signal: AbortSignal,
): Promise<{ chosen: Chosen; state: LedgerState; stamp: string }> {
  for (let tries = 1; ; tries += 1) {
    const ledger = [...desk.session.ledger]
    const stamp = await tableStamp(desk)
    const chosen = await choosePlan(desk, plan, signal)
    const isSame = (await tableStamp(desk)) === stamp
    if (isSame && desk.session.ledger.length === ledger.length)
      return { chosen, state: { ledger, standings: await projectInTurns(ledger) }, stamp }
    if (tries === TRIES) throw isSame ? changed() : tableChanged()
  }
}

function changed(): Error {
  return fault('conflict', 'Something else would leave by now than what the preview showed.', {
    remedy: 'Look at the preview again, then export.',
  })
}

async function inputs(
  desk: Desk,
  plan: ExportPlan,
  { state, stamp, pool, signal }: { state: LedgerState; stamp: string; pool: ExportPool; signal: AbortSignal },
) {
  const { analysis } = desk.session.workspace
  const { indexed, measured } = await analysis.counts()
  const packRows: PackRows = (columns, rows) => pool.ask({ kind: 'pack', columns, rows }, signal)
  return {
    rows: () => rowsAt(rowsOfState(desk, analysis.rows(MEASURED), stamp), state, desk.session),
    unmeasured: indexed - measured,
    makeRows: await rowsBy(desk, plan, { ledger: state.ledger, pool, signal }),
    packRows,
    facts: await manifestFacts(desk, state, await templateFacts(desk, plan)),
  }
}

async function templateFacts({ session }: Desk, { options }: ExportPlan): Promise<ManifestFacts['template']> {
  if (options.template === null) return null
  const { name, text } = await keptTemplate(session.workspace, options.template)
  return { id: options.template, sha256: createHash('sha256').update(text).digest('hex'), name }
}

/** Rows that left stay here. Others have their turn between: a transaction of a hundred thousand rows takes a second of the thread. */
async function remembered(desk: Desk, ids: readonly string[], { target, out, examples }: ExportResult): Promise<void> {
  for (let at = 0; at < ids.length; at += KEEP_ROWS) {
    desk.session.workspace.record.markExported(ids.slice(at, at + KEEP_ROWS))
    await setImmediate()
  }
  remember(desk, { time: desk.now().toISOString(), target, out, examples })
}
