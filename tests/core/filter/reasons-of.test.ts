import { describe, expect, it } from 'vitest'
import { parseRecipe, reasonsOf } from '#filter'
import { buildExampleRow } from '../../support/build-example-row.ts'
import { bundledBook } from '../../support/rule-book.ts'

const recipe = parseRecipe(
  `steps:
  - rule: resolved-label
  - rule: languages
    enabled: false
    allow: [go]
  - rule: token-limit
  - rule: stalls
`,
  'three',
  bundledBook,
)
const tell = reasonsOf(recipe)

describe('the reasons of a row', () => {
  it('are told for the steps it fails, in step order, from its values; steps that are off have no place', () => {
    const row = buildExampleRow({ resolved: 0, values: { traj_tokens: 33_940, stalls: 2 } })
    expect(tell(row, [0, 1, 2], [])).toEqual([
      { rule: 'resolved-label', text: 'label is failed (0), the recipe keeps resolved (1)' },
      { rule: 'token-limit', text: '33,940 tokens, limit 32,000' },
      { rule: 'stalls', text: 'loops: 2, limit 0' },
    ])
    expect(tell(row, [], [])).toEqual([])
  })

  it('say of a fault what kept the check from its end, where the row tells', () => {
    const row = buildExampleRow({ values: { loops_fault: 'Loops stopped: out of time' } })
    expect(tell(row, [2], [2])).toEqual([{ rule: 'stalls', text: 'Loops stopped: out of time', isFault: true }])
    expect(tell(buildExampleRow(), [2], [2])).toMatchObject([{ text: 'a check it needs did not come to an end on this example' }])
  })
})
