import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countPeople, isOverride, type ManifestFacts, type Override, OverrideCount } from '#export'
import type { ExportPlan, LedgerEntry, SplitPlan } from '#record'
import { type LedgerDraft, projectStandings } from '#review'
import { buildCall, buildMessage, buildTurn } from '../../../support/rows.ts'
import { chain, draft } from '../../review/ledger-builder.ts'
import { exportOf, type Filed, file, finish, freshFolder, planOf } from '../export-desk.ts'

/** What a test says of the people and places of an export. */
export interface Reviewed {
  /** One a row, each its reviewer's answer to the row of this number. */
  answers?: { row: number; kind: 'accept' | 'reject'; reviewer?: string; reason?: string | null; note?: string | null }[]
  /** Laid over every row. */
  row?: { repo?: string; license?: string | null; language?: string | null }
  splits?: SplitPlan | null
  facts?: Partial<ManifestFacts>
}

/** Rows whose verdicts alternate: kept, kept, dropped. */
export function sixRows({ answers = [], row = {} }: Reviewed): { filed: Filed[]; ledger: LedgerEntry[] } {
  const plain = Array.from({ length: 6 }, (_, at) => rowOf(at, row))
  const said: LedgerDraft[] = answers.map(({ row: at, kind, reviewer = 'ana', reason = null, note = null }) => {
    const { id, contentHash } = plain[at]?.row ?? { id: '', contentHash: '' }
    return draft(kind, { exampleId: id, contentHash, reviewer, reason, note, recipeHash: 'a'.repeat(64) })
  })
  const ledger = chain(...said)
  const standings = projectStandings(ledger)
  const filed = plain.map((_, at) => {
    const standing = standings.get(`run-${at}`)
    const by = { reviewer: standing?.reviewer ?? null, isDisputed: standing?.isDisputed ?? false }
    const made = rowOf(at, row, { decision: standing?.decision ?? null, decisionReason: standing?.reason ?? null, ...by })
    return { ...made, row: { ...made.row, decidedBy: standing?.opinions.map(({ reviewer }) => reviewer) ?? [] } }
  })
  return { filed, ledger }
}

/** Exports six rows, of which people said something, and gives the folder. */
export async function exportReviewed(reviewed: Reviewed = {}): Promise<string> {
  const { filed, ledger } = sixRows(reviewed)
  const out = await freshFolder()
  const plan: ExportPlan = planOf('tutorial', { splits: reviewed.splits ?? null })
  const options = exportOf(filed, out, { plan })
  const facts = { ...options.facts, ...factsOf(filed, ledger), ...reviewed.facts }
  await finish({ ...options, facts, chosen: reviewed.splits ? divided(options.chosen) : options.chosen })
  return out
}

/** The first rows go to `train`, the last to `test`. */
function divided(chosen: ReturnType<typeof exportOf>['chosen']): typeof chosen {
  const last = chosen.units.length - 1
  const units = chosen.units.map((unit, at) => ({ ...unit, split: at === last ? ('test' as const) : ('train' as const) }))
  const rows = [
    { split: 'train' as const, examples: last, groups: last, share: last / (last + 1) },
    { split: 'test' as const, examples: 1, groups: 1, share: 1 / (last + 1) },
  ]
  return { ...chosen, units, splits: { rows, without: 0, joined: [], leaks: [] } }
}

function factsOf(filed: readonly Filed[], ledger: readonly LedgerEntry[]): Partial<ManifestFacts> {
  const standings = projectStandings(ledger)
  const head = ledger.at(-1)
  const count = new OverrideCount()
  const overrides: Override[] = []
  for (const { row } of filed) {
    const standing = standings.get(row.id)
    if (!standing) continue
    count.add(row, standing)
    const { decision, reason, note, reviewer, time, seq } = standing
    if (isOverride({ decision, verdict: row.verdict })) {
      overrides.push({
        example_id: row.id,
        instance_id: row.instanceId,
        decision,
        reason,
        note,
        reviewer,
        time,
        seq,
        verdict: row.verdict,
        verdict_reasons: row.reasons,
        is_stale: false,
      })
    }
  }
  return {
    ledgerHead: head ? { seq: head.seq, hash: head.hash, time: head.time, entries: ledger.length } : null,
    ledgerLines: () => ledger.map((entry) => JSON.stringify(entry)),
    people: { ...countPeople(ledger, standings), overrides: count.rates() },
    overrides: async function* () {
      yield* overrides
    },
    decisionOf: (id) => {
      const newest = standings.get(id)?.decision ? standings.get(id)?.opinions.at(-1) : undefined
      return newest ? { seq: newest.seq, time: newest.time } : null
    },
  }
}

function rowOf(at: number, over: Reviewed['row'], standing: Parameters<typeof file>[1] = {}): Filed {
  const verdict = at % 3 === 2 ? ('drop' as const) : ('keep' as const)
  const reasons = verdict === 'drop' ? [{ rule: 'resolved-label', text: 'label is failed (0)' }] : []
  const row = {
    instance_id: `owner__repo-${at}`,
    repo: `owner/repo-${at}`,
    license: 'MIT',
    language: at % 2 ? 'Go' : 'Python',
    trajectory_id: `run-${at}`,
    trajectory: [
      buildMessage('user', `Fix bug ${at}.`),
      buildTurn(buildCall('execute_bash', { command: 'ls' })),
      buildMessage('tool', 'ok'),
    ],
    model_patch: null,
    resolved: at % 3 === 2 ? 0 : 1,
    ...over,
  }
  return file(row, { verdict, reasons, ...standing }, { config: 'openhands', split: 'minimax_m25' })
}

/** Changes a file of a folder. */
export async function change(out: string, name: string, how: (text: string) => string): Promise<void> {
  const path = join(out, name)
  await writeFile(path, how(await readFile(path, 'utf8')))
}
