import { expect, it } from 'vitest'
import type { RecipeStep } from '#filter'
import type { Reason } from '#record'
import { askersOf } from '../../../src/core/workbench/askers-of.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'

const step = (key: string, known: Partial<RecipeStep> = {}): RecipeStep => ({
  key,
  rule: key.replace(/~\d+$/, ''),
  version: 2,
  title: key,
  summary: '',
  severity: 'medium',
  parameters: {},
  enabled: true,
  check: 'loops',
  kinds: null,
  basis: [],
  judged: { kind: 'drop', key, faults: [], when: { kind: 'constant', value: true } },
  tell: () => `${key} fails`,
  ...known,
})
const failing = (...reasons: Reason[]) => buildExampleRow({ reasons })

it('the steps that show findings ask, those that drop the example first', () => {
  const steps = [
    step('stalls'),
    step('limit', { check: null }),
    step('off', { enabled: false }),
    step('errors', { kinds: ['repeat'], severity: 'high' }),
  ]
  expect(askersOf({ steps }, failing({ rule: 'errors', text: 'errors fails' }, { rule: 'limit', text: 'limit fails' }))).toEqual([
    { rule: 'errors', version: 2, severity: 'high', check: 'loops', kinds: ['repeat'], isDropping: true },
    { rule: 'stalls', version: 2, severity: 'medium', check: 'loops', kinds: null, isDropping: false },
  ])
})

it('of a rule that is there twice, the step that fails drops', () => {
  const askers = askersOf(
    { steps: [step('stalls'), step('stalls~2', { kinds: ['x'] })] },
    failing({ rule: 'stalls', text: 'stalls~2 fails' }),
  )
  expect(askers.map(({ kinds, isDropping }) => [kinds, isDropping])).toEqual([
    [['x'], true],
    [null, false],
  ])
})

it('a step that could not ask its check drops for no finding', () => {
  const [asker] = askersOf({ steps: [step('stalls')] }, failing({ rule: 'stalls', text: 'stalls fails', isFault: true }))
  expect(asker).toMatchObject({ isDropping: false })
})
