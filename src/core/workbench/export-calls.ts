import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { exportEvent, exportPreview, exportRecord } from '#contract'
import { EXPORT_TARGETS, exportWarnings, type ManifestFacts, runExport, tallyExport } from '#export'
import { ruleVersions } from '#filter'
import type { Standing, TargetId } from '#record'
import { editsByExample, projectStandings } from '#review'
import { currentRecipe } from './apply-recipe.ts'
import { os } from './base.ts'
import { openExample } from './bodies/open-example.ts'
import { type Desk, seatAt } from './desk.ts'
import { fetchLeaving } from './fetch-leaving.ts'
import { holdWhile } from './long-work.ts'
import { notBuilt } from './not-built.ts'
import { MEASURED } from './query-of.ts'
import { standingEdits } from './steps/standing-edits.ts'

type ExportRecord = z.infer<typeof exportRecord>

/** Setting of the workspace that lists the exports made, newest first. */
const HISTORY = 'exports'
const HISTORY_LIMIT = 50

/** Rows marked as exported in one transaction. */
const KEEP_ROWS = 2_000

/** The calls about exports. */
export function exportCalls(desk: Desk) {
  return {
    targets: os.export.targets.handler(() => EXPORT_TARGETS.map((target) => ({ ...target }))),
    preview: os.export.preview.handler(({ input }) => preview(seatAt(desk), input.target)),
    run: os.export.run.handler(({ input, signal }) => {
      const seat = seatAt(desk)
      return holdWhile(seat.session, (stop) => run(seat, input, stop), signal)
    }),
    verify: os.export.verify.handler(() => notBuilt()),
    history: os.export.history.handler(() => historyOf(desk)),
  }
}

async function preview(desk: Desk, target: TargetId): Promise<z.infer<typeof exportPreview>> {
  const { workspace } = desk.session
  const { indexed, measured } = await workspace.analysis.counts()
  const tally = await tallyExport(workspace.analysis.rows(MEASURED, null, { measures: [] }), indexed - measured, (id) =>
    standingEdits(desk, id),
  )
  const { funnel } = await currentRecipe(desk)
  const whole = { chosen: tally.leaving, chosenHash: '', steps: [], mixture: [], splits: null }
  return {
    ...tally,
    ...whole,
    target,
    funnel,
    warnings: exportWarnings(tally, funnel),
    suggestedOut: join(workspace.path, 'exports', target),
  }
}

async function* run(
  desk: Desk,
  { target, out }: { target: TargetId; out: string },
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof exportEvent>> {
  const { workspace } = desk.session
  const left: string[] = []
  const { indexed, measured } = await workspace.analysis.counts()
  await fetchLeaving(desk, signal)
  const standings = projectStandings(desk.session.ledger)
  const editsOf = editsByExample(desk.session.ledger)
  const job = desk.jobs.start('exporting', 'examples')
  try {
    const events = runExport({
      target,
      outDir: out,
      rows: () => workspace.analysis.rows(MEASURED),
      total: measured,
      unmeasured: indexed - measured,
      example: async (id) => {
        left.push(id)
        return (await openExample(desk, id, signal)).example
      },
      editsOf: (id) => editsOf(id, workspace.record.place(id)?.contentHash),
      facts: await manifestFacts(desk, standings),
      now: desk.now,
      signal,
    })
    for await (const event of events) {
      if (event.kind === 'progress') job.progress(event.done, event.total)
      else {
        await keepExported(desk, left)
        remember(desk, { time: desk.now().toISOString(), target, out: event.result.out, examples: event.result.examples })
      }
      yield event
    }
  } finally {
    job.end()
  }
}

/** Others have their turn between: a transaction of a hundred thousand rows takes a second of the thread. */
async function keepExported({ session }: Desk, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += KEEP_ROWS) {
    session.workspace.record.markExported(ids.slice(at, at + KEEP_ROWS))
    await setImmediate()
  }
}

async function manifestFacts(desk: Desk, standings: ReadonlyMap<string, Standing>): Promise<ManifestFacts> {
  const { workspace } = desk.session
  const { recipe, funnel } = await currentRecipe(desk)
  return {
    winnowVersion: desk.options.version,
    measures: desk.session.measures,
    sources: workspace.record.sources(),
    recipe: { name: recipe.name, hash: recipe.hash, text: recipe.text, rules: ruleVersions(recipe) },
    funnel,
    ledgerHead: headOf(workspace.record.ledgerHead()),
    decidedAt: (id) => standings.get(id)?.time ?? null,
  }
}

function headOf(head: { seq: number; hash: string } | null): ManifestFacts['ledgerHead'] {
  return head && { seq: head.seq, hash: head.hash }
}

function historyOf(desk: Desk): ExportRecord[] {
  return JSON.parse(desk.session.workspace.record.setting(HISTORY) ?? '[]') as ExportRecord[]
}

function remember(desk: Desk, made: ExportRecord): void {
  desk.session.workspace.record.setSetting(HISTORY, JSON.stringify([made, ...historyOf(desk)].slice(0, HISTORY_LIMIT)))
}
