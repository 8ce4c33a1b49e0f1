import { expect, it } from 'vitest'
import { revealRow } from '../../src/renderer/browse/reveal-row.ts'

const seen = { scrollTop: 280, clientHeight: 308 }

it('leaves the table where it is while the row is whole below the header', () => {
  expect(revealRow(10, seen)).toBe(280)
  expect(revealRow(19, seen)).toBe(280)
})

it('goes up until the row is right below the header', () => {
  expect(revealRow(9, seen)).toBe(252)
  expect(revealRow(0, seen)).toBe(0)
})

it('goes down until the row is right at the bottom', () => {
  expect(revealRow(20, seen)).toBe(308)
  expect(revealRow(500, { scrollTop: 0, clientHeight: 308 })).toBe(500 * 28 + 56 - 308)
})
