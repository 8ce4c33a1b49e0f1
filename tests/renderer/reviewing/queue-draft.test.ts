import { expect, test } from 'vitest'
import { orderWords } from '../../../src/renderer/reviewing/logic/orders.ts'
import { defaultName, definitionOf, draftErrors, firstDraft, isDrawn } from '../../../src/renderer/reviewing/logic/queue-draft.ts'
import { QUICK_STARTS } from '../../../src/renderer/reviewing/logic/quick-starts.ts'
import { definitionOf as asked } from './review-builders.ts'

const draft = firstDraft(false)
const shown = { selection: { text: 'fix' }, sort: { column: 'traj_tokens', descending: true } }

test('a first draft is a day of borderline cases, drawn from what Browse shows', () => {
  expect(definitionOf(draft, shown)).toMatchObject({
    name: 'Borderline first · 300',
    order: 'borderline',
    selection: { text: 'fix' },
    sort: null,
    onlyUndecided: true,
    size: 300,
    doubleShare: 0,
    per: null,
  })
})

test('only the stored order takes the order of the table, and only a stratified queue has groups', () => {
  expect(definitionOf({ ...draft, order: 'stored' }, shown)?.sort).toEqual(shown.sort)
  expect(definitionOf({ ...draft, order: 'stratified', per: 'harness' }, shown)).toMatchObject({ per: 'harness', sort: null })
})

test('everything leaves the filters of Browse out; stale is asked for beside whatever is drawn from', () => {
  expect(definitionOf({ ...draft, from: 'everything' }, shown)?.selection).toEqual({})
  expect(definitionOf({ ...draft, onlyStale: true }, { ...shown, selection: { facets: { label: ['failed'] } } })?.selection).toEqual({
    facets: { label: ['failed'], stale: ['stale'] },
  })
})

test.each([
  ['size', '0'],
  ['size', '100001'],
  ['size', '1e3'],
  ['size', ''],
  ['doublePercent', '101'],
  ['doublePercent', '-1'],
])('%s of "%s" is refused, and nothing can be made of it', (field, value) => {
  const wrong = { ...draft, [field]: value }
  expect(draftErrors(wrong)[field as 'size']).toMatch(/whole number/i)
  expect(definitionOf(wrong, shown)).toBeNull()
})

test('a seed matters where chance has a part, be it only in whom two people judge', () => {
  expect(isDrawn('borderline', '0')).toBe(false)
  expect(isDrawn('borderline', '20')).toBe(true)
  expect(draftErrors({ ...draft, seed: 'x' }).seed).toBeNull()
  expect(draftErrors({ ...draft, order: 'random', seed: 'x' }).seed).toMatch(/whole number/i)
})

test('every quick start is a queue that can be made, under a name of its own', () => {
  const drafts = QUICK_STARTS.map(({ fill }) => ({ ...draft, ...fill }))
  for (const one of drafts) expect(definitionOf(one, shown)).not.toBeNull()
  expect(new Set(drafts.map(defaultName)).size).toBe(drafts.length)
})

test('an order is told in words, with what chance and filters had to do with it', () => {
  expect(orderWords(asked({ onlyUndecided: true }))).toBe('random sample, seed 7 · only undecided')
  expect(orderWords(asked({ order: 'stratified', per: 'language' }))).toBe('as many of each language, seed 7')
  expect(orderWords(asked({ order: 'stored', sort: shown.sort }))).toBe('by traj_tokens, largest first')
  expect(orderWords(asked({ order: 'by-instance', onlyUnlabelled: true }))).toBe('all attempts together · only without a label')
})
