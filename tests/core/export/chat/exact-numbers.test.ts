import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasExactNumbers } from '../../../../src/core/export/chat/exact-numbers.ts'

test.each([
  ['{"a": 1, "b": [-2.5, 0], "c": "1.0 12345678901234567890 \\" 7.0"}', true],
  ['{"a": 1.0}', false],
  ['{"a": 12345678901234567890}', false],
  ['{"a": 1e5}', false],
  ['{"1.0": {"b": -0}}', false],
])('%s is written the same again: %s', (text, isExact) => {
  expect(hasExactNumbers(text)).toBe(isExact)
})

test('what JSON wrote itself is exact, but for whole numbers beyond 2^53', () => {
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Number.isInteger(one)),
  )
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), number)), (value) => hasExactNumbers(JSON.stringify(value))))
})

test('a text of one letter takes one pass', () => {
  expect(hasExactNumbers(`{"a": "${'\\"'.repeat(1_000_000)}"}`)).toBe(true)
})
