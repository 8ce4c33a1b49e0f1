import { describe, expect, it } from 'vitest'
import { nextArea } from '../../src/renderer/app/move-area.ts'

describe('the next area', () => {
  it.each([
    [3, 0, false, 1],
    [3, 2, false, 0],
    [3, 0, true, 2],
    [3, -1, false, 0],
    [3, -1, true, 2],
    [1, 0, false, 0],
  ])('of %i, from %i, back %s, is %i', (count, current, isBack, expected) => {
    expect(nextArea(count, current, isBack)).toBe(expected)
  })
})
