import { expect, test } from 'vitest'
import { projectPairs } from '#review'
import { chain, draft } from '../ledger-builder.ts'

const pair = (chosen: string, rejected: string) => draft('pair', { exampleId: chosen, value: rejected })
const unpair = (chosen: string, rejected: string) => draft('unpair', { exampleId: chosen, value: rejected })
const shown = (...drafts: ReturnType<typeof draft>[]) =>
  projectPairs(chain(...drafts)).map(({ chosen, rejected }) => `${chosen}>${rejected}`)

test('pairs stand newest first, the same two the other way round replace each other', () => {
  expect(shown(pair('a', 'b'), pair('a', 'c'))).toEqual(['a>c', 'a>b'])
  expect(shown(pair('a', 'b'), pair('c', 'd'), pair('b', 'a'))).toEqual(['b>a', 'c>d'])
})

test('an unpair takes both ways away, an undo gives back what was', () => {
  expect(shown(pair('a', 'b'), unpair('b', 'a'))).toEqual([])
  expect(shown(pair('a', 'b'), unpair('a', 'b'), draft('undo', { exampleId: 'a', undoes: 2 }))).toEqual(['a>b'])
  expect(shown(pair('a', 'b'), pair('b', 'a'), draft('undo', { exampleId: 'b', undoes: 2 }))).toEqual(['a>b'])
})

test('other entries are no pairs', () => {
  expect(shown(draft('accept'), draft('tag', { value: 'b' }))).toEqual([])
})
