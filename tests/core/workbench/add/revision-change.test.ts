import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeBetween } from '../../../../src/core/workbench/add/revision-change.ts'

const file = (path: string, etag: string | null, bytes = 10) => ({ path, etag, bytes, config: null, split: null })

it('tells files apart by path and etag, and how many bytes would have to be read', () => {
  const before = [file('same', 'a'), file('changed', 'b', 1), file('gone', 'c')]
  const after = [file('same', 'a'), file('changed', 'd', 20), file('new', 'e', 300)]
  expect(changeBetween(before, after)).toEqual({ added: ['new'], changed: ['changed'], removed: ['gone'], unchanged: 1, bytes: 320 })
})

it('counts a file without an etag as changed: nobody knows', () => {
  expect(changeBetween([file('a', null)], [file('a', null)])).toMatchObject({ changed: ['a'], unchanged: 0 })
})

it('puts every file on exactly one side', () => {
  const listing = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('x', 'y')), { selector: ([name]) => name })
  fc.assert(
    fc.property(listing, listing, (before, after) => {
      const files = (from: typeof before) => from.map(([name, etag]) => file(String(name), etag))
      const { added, changed, removed, unchanged } = changeBetween(files(before), files(after))
      expect(added.length + changed.length + unchanged).toBe(after.length)
      expect(removed.length + changed.length + unchanged).toBe(before.length)
    }),
  )
})
