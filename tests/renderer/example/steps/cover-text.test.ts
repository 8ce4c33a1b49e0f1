import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverText, readCovered, splitCovers, wordsOf } from '../../../../src/renderer/example/steps/logic/cover-text.ts'

const cover = (start: number, end: number, replacement = '[name]') => ({ start, end, replacement })
const WORDS = ['[name]', '[secret]']

test('what is redacted is drawn as its words, all else as it is', () => {
  const covered = coverText('Ada has key 123.', [cover(0, 3), cover(12, 15, '[secret]')], WORDS)
  expect(splitCovers(covered, WORDS)).toEqual([
    { text: '[name]', isCover: true },
    { text: ' has key ', isCover: false },
    { text: '[secret]', isCover: true },
    { text: '.', isCover: false },
  ])
  expect(readCovered(covered, WORDS)).toBe('[name] has key [secret].')
})

test('every offset stays true, whichever piece of a text is at hand', () => {
  const text = 'x'.repeat(40)
  fc.assert(
    fc.property(fc.nat(39), fc.nat(10), fc.nat(30), (start, length, offset) => {
      const whole = coverText(text, [cover(start, start + length)], WORDS)
      expect(whole).toHaveLength(text.length)
      expect(coverText(text.slice(offset), [cover(start, start + length)], WORDS, offset)).toBe(whole.slice(offset))
    }),
  )
})

test('a text cannot draw a box of its own', () => {
  const covered = coverText('\ufdd0 Ada \ufdd0', [cover(2, 5)], WORDS)
  expect(readCovered(covered, WORDS)).toBe('\ufffd [name] \ufffd')
})

test('each of the words is told once', () => {
  const at = { messageIndex: 0, field: 'content' as const, call: null, start: 0, end: 1 }
  expect(wordsOf(['[a]', '[b]', '[a]'].map((replacement) => ({ at, replacement })))).toEqual(['[a]', '[b]'])
})
