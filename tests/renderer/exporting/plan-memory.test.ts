import { describe, expect, it } from 'vitest'
import { exportPlan } from '../../../src/core/contract/export.ts'
import { FIRST_PLAN, readPlan } from '../../../src/renderer/exporting/plan-memory.ts'

describe('the plan that is kept', () => {
  it('is at first what the host takes when only a target is named', () => {
    expect(exportPlan.parse({ target: FIRST_PLAN.target })).toEqual(FIRST_PLAN)
  })

  it('comes back as it was left', () => {
    const plan = { ...FIRST_PLAN, splits: { by: 'repo', shares: { train: 0.8, validation: 0.1, test: 0.1 }, seed: 7 } }
    expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })

  it('is as at first where a part is missing or of another kind, and knows nothing it was not told', () => {
    expect(readPlan({ target: 'axolotl', choice: 'all', options: { contextLength: 4096, odd: 1 }, splits: [] })).toEqual({
      ...FIRST_PLAN,
      target: 'axolotl',
      options: { ...FIRST_PLAN.options, contextLength: 4096 },
    })
    expect([readPlan(null), readPlan('trl'), readPlan([]), readPlan({})]).toEqual([null, null, null, null])
  })
})
