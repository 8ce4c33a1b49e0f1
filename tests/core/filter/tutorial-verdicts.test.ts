import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import { indexOf } from '#parse'
import { rowValues } from '../../support/row-values.ts'
import { parseExample } from '../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../support/shared-rows.ts'
import { askStep } from './ask-step.ts'

const STEPS = ['resolved-label', 'token-limit', 'languages', 'patch-present']
const suite = hasSharedData ? describe : describe.skip

suite(`the tutorial's recipe on real rows${hasSharedData ? '' : ' (skipped: no ../shared/data)'}`, () => {
  it.each(sharedFiles('').map((name) => [name]))('%s: keeps resolved, short runs with a patch, and no other', (name) => {
    const examples = sharedRows(name).map((value, row) => parseExample(value, { row }))
    const rows = examples.map((example, index) => ({ ...indexOf(example), id: String(index), values: rowValues(measureExample(example)) }))
    const verdicts = rows.map((row) => (STEPS.some((rule) => askStep(rule, {}, row) !== null) ? 'drop' : 'keep'))
    const wanted = examples.map((example, index) => {
      const isShort = Number(rows[index]?.values.traj_tokens) <= 32_000
      return example.resolvedRaw === 1 && isShort && example.patch?.trim() ? 'keep' : 'drop'
    })
    expect(verdicts).toEqual(wanted)
  })
})
