import { describe, expect, it } from 'vitest'
import { applyRecipe, parseRecipe } from '#filter'
import { measureExample } from '#measure'
import { indexOf } from '#parse'
import { buildExampleRow } from '../../support/build-example-row.ts'
import { rowValues } from '../../support/row-values.ts'
import { parseExample } from '../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../support/shared-rows.ts'

const tutorial = parseRecipe('steps: [{rule: resolved-label}, {rule: token-limit}, {rule: languages}, {rule: patch-present}]', 'tutorial')
const suite = hasSharedData ? describe : describe.skip

suite(`the tutorial's recipe on real rows${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`, () => {
  it.each(sharedFiles('').map((name) => [name]))('%s: keeps resolved, short runs with a patch, and no other', (name) => {
    const examples = sharedRows(name).map((value, row) => parseExample(value, { row }))
    const rows = examples.map((example, index) =>
      buildExampleRow({ ...indexOf(example), id: String(index), values: rowValues(measureExample(example)) }),
    )
    const { verdicts } = applyRecipe(tutorial, rows)
    const wanted = examples.map((example, index) => {
      const isShort = Number(rows[index]?.values.traj_tokens) <= 32_000
      return example.resolvedRaw === 1 && isShort && example.patch?.trim() ? 'keep' : 'drop'
    })
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(wanted)
  })
})
