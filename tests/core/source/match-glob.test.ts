import fc from 'fast-check'
import { expect, it } from 'vitest'
import { globToRegExp } from '../../../src/core/source/match-glob.ts'

it.each([
  ['data/*/*.parquet', 'data/a/b.parquet', true],
  ['data/*/*.parquet', 'data/a/c/b.parquet', false],
  ['data/train-*', 'data/train-00000-of-00002.parquet', true],
  ['**/x.json', 'x.json', true],
  ['**/x.json', 'a/b/x.json', true],
  ['a/**', 'a/b/c.json', true],
  ['a/?.json', 'a/b.json', true],
  ['a/?.json', 'a//.json', false],
  ['[!a-c].json', 'd.json', true],
  ['[!a-c].json', 'b.json', false],
  ['{a,b*}.json', 'bcd.json', true],
  ['{a,b*}.json', 'c.json', false],
  ['a.json', 'axjson', false],
])('%s against %s is %s', (glob, path, isMatch) => {
  expect(globToRegExp(glob).test(path)).toBe(isMatch)
})

it('turns any text into a test', () => {
  fc.assert(fc.property(fc.string(), (glob) => globToRegExp(glob) instanceof RegExp))
})
