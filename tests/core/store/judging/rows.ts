import fc from 'fast-check'
import type { ExampleRow, MeasureValues, Resolved } from '#record'
import type { AnalysisStore } from '#store'
import { anExample } from '../workspace-builder.ts'

const row = fc.record({
  language: fc.option(fc.constantFrom('go', 'go', 'go', 'rust', 'c'), { freq: 6 }),
  instanceId: fc.option(fc.constantFrom('one', 'two', 'three'), { freq: 6 }),
  repo: fc.option(fc.constantFrom('octo/cat', 'octo/dog')),
  resolved: fc.constantFrom<Resolved>(1, 0, -1),
  values: fc.option(
    fc.record({
      tokens: fc.option(fc.integer({ min: -3, max: 3 })),
      ratio: fc.option(fc.constantFrom(0.25, 0.5)),
      // In plans of these tests it says that a check stopped.
      tool: fc.constantFrom(null, null, null, 'stopped'),
      has_patch: fc.option(fc.boolean()),
    }),
    { freq: 6 },
  ),
})

/** A row as it is put; `values` are null of one that is not measured. */
export interface JudgedRow {
  id: string
  language: string | null
  instanceId: string | null
  repo: string | null
  resolved: Resolved
  values: MeasureValues | null
}

/** Rows of a small table. */
export const anyRows: fc.Arbitrary<JudgedRow[]> = fc
  .array(row, { maxLength: 30 })
  .map((rows) => rows.map((said, n) => ({ ...said, id: `e${String(n).padStart(2, '0')}` })))

/** Empties the table and puts these rows, in this order. */
export async function fill(analysis: AnalysisStore, rows: readonly JudgedRow[]): Promise<void> {
  await analysis.clear()
  await analysis.putExamples(rows.map(({ values, ...index }) => ({ index: anExample(index).index, values: values ?? {} })))
}

/** What a row failed, by place. */
export interface Failed {
  failed: number[]
  faults: number[]
}

/** What every row failed, as rows tell it; null of one that has no verdict. */
export async function failedOf(analysis: AnalysisStore): Promise<Record<string, Failed | null>> {
  analysis.tellReasons((_, failed, faults) => failed.map((place) => ({ rule: String(place), text: '', isFault: faults.includes(place) })))
  const held: Record<string, Failed | null> = {}
  for await (const { id, verdict, reasons } of analysis.rows({})) held[id] = verdict === null ? null : toFailed(reasons)
  return held
}

function toFailed(reasons: ExampleRow['reasons']): Failed {
  const placeOf = ({ rule }: { rule: string }) => Number(rule)
  return { failed: reasons.map(placeOf), faults: reasons.filter(({ isFault }) => isFault).map(placeOf) }
}
