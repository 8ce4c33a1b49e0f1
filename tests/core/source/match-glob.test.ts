import fc from 'fast-check'
import { expect, it } from 'vitest'
import { globTest, isGlob } from '../../../src/core/source/match-glob.ts'

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
  ['[b-a].json', 'a.json', false],
  ['{a,b}/**/{c,d}.json', 'b/x/y/d.json', true],
  ['a/**/b.json', 'a/b.json', true],
  ['**.json', 'a/b.json', true],
  ['a[', 'a[', true],
])('%s against %s is %s', (glob, path, isMatch) => {
  expect(globTest(glob)(path)).toBe(isMatch)
})

it('turns any text into a test', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (glob, path) => typeof globTest(glob)(path) === 'boolean'))
})

it('takes a text without glob characters for itself', () => {
  const plain = fc.string().filter((text) => !isGlob(text))
  fc.assert(fc.property(plain, plain, (glob, path) => globTest(glob)(path) === (glob === path)))
})

it('does not get lost in a pattern made to that end', () => {
  expect(globTest('*a'.repeat(500))(`${'a'.repeat(1000)}b`)).toBe(false)
  expect(globTest('**/'.repeat(200))('a/'.repeat(300))).toBe(true)
})
