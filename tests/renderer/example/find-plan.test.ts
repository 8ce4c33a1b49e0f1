import { describe, expect, it } from 'vitest'
import { occurrences } from '../../../src/renderer/example/find/occurrences.ts'
import { firstHitFrom, hitsByPlace, placeKey, readFrom, step } from '../../../src/renderer/example/logic/find-plan.ts'
import { hitPlaces } from '../../../src/renderer/example/logic/hit-places.ts'
import { hitsByMessage } from '../../../src/renderer/example/logic/hits-by-message.ts'
import type { Hit } from '../../../src/renderer/example/types.ts'

const hit = (message: number, offset: number, field: Hit['field'] = 'content', call: number | null = null): Hit => ({
  message,
  field,
  call,
  offset,
  length: 3,
  before: '',
  match: 'abc',
  after: '',
})
const HITS = [hit(2, 0), hit(2, 50), hit(2, 9, 'arguments', 1), hit(7, 4), hit(7, 90_000)]

describe('going through hits', () => {
  it('starts at the message being read, else at the first', () => {
    expect(firstHitFrom(HITS, 3)).toBe(3)
    expect(firstHitFrom(HITS, 0)).toBe(0)
    expect(firstHitFrom(HITS, 99)).toBe(0)
  })

  it('puts hits to the texts they are in', () => {
    expect([...hitsByPlace(HITS)].map(([key, hits]) => [key, hits.length])).toEqual([
      ['2/content', 2],
      ['2/arguments/1', 1],
      ['7/content', 2],
    ])
  })

  it('lists them by message, with how many and the first', () => {
    expect(hitsByMessage(HITS)).toEqual([
      { message: 2, count: 3, first: 0 },
      { message: 7, count: 2, first: 3 },
    ])
  })

  it('goes around the ends', () => {
    expect(step(4, 5, 1)).toBe(0)
    expect(step(0, 5, -1)).toBe(4)
    expect(step(0, 0, 1)).toBe(-1)
  })

  it('reads a text from just before a hit beyond what is at hand', () => {
    expect(readFrom(hit(7, 90_000), 65_536)).toBe(88_000)
    expect(readFrom(hit(7, 4), 65_536)).toBe(0)
  })

  it('tells the texts of a message apart', () => {
    expect(placeKey({ message: 2, field: 'arguments', call: 1 })).not.toBe(placeKey({ message: 2, field: 'arguments', call: 11 }))
    expect(placeKey({ message: 21, field: 'content', call: null })).toBe('21/content')
  })
})

describe('occurrences', () => {
  it('ignore case and do not overlap', () => {
    expect(occurrences('aAaA', 'aa', 10)).toEqual([0, 2])
  })

  it('are none for an empty query or a text whose length changes with its case', () => {
    expect(occurrences('abc', '', 10)).toEqual([])
    expect(occurrences('İabc', 'abc', 10)).toEqual([])
  })

  it('stop at the limit', () => {
    expect(occurrences('a'.repeat(100), 'a', 7)).toHaveLength(7)
  })
})

describe('where hits are drawn', () => {
  const words = (before: string, match: string, after: string) => ({ before, match, after })

  it('is told by the words around them, so that a pattern marks what it found and not what looks like it', () => {
    expect(hitPlaces('foobar foo, foo', [words('foobar ', 'foo', ', foo'), words('foo, ', 'foo', '')])).toEqual([7, 12])
  })

  it('is the next of the same words where what stands around is drawn otherwise', () => {
    expect(hitPlaces('a "x" b "x"', [words('a \\"', 'x', '\\" b'), words('b \\"', 'x', '\\"')])).toEqual([3, 9])
  })

  it('is nowhere for one that is folded away', () => {
    expect(hitPlaces('head', [words('', 'head', ''), words('far ', 'gone', '')])).toEqual([0, null])
  })
})
