import { describe, expect, it } from 'vitest'
import { NOWHERE, type Place, placeAhead, placeInSelection } from '../../../src/renderer/example/logic/place.ts'
import { recentIds } from '../../../src/renderer/example/logic/recent-ids.ts'

const selected: Place = { ...NOWHERE, next: 'c', nextIds: ['c', 'd', 'e'], previous: 'a', position: 1, total: 5, left: 3 }
const queued: Place = { ...selected, queue: { decided: 1, skipped: 0, pace: 40, isSkipped: false, isBlind: true } }

describe('a place', () => {
  it('in a selection has everything behind it left', () => {
    const { left } = placeInSelection({ previous: null, next: 'b', nextIds: ['b'], position: 0, total: 3 })
    expect(left).toBe(2)
  })

  it('has nothing left where the example is not in the selection', () => {
    expect(placeInSelection({ previous: null, next: null, nextIds: [], position: null, total: 3 }).left).toBe(0)
  })
})

describe('the place ahead', () => {
  it('is known from this one: the way back, the way on, and one less to come', () => {
    expect(placeAhead('b', selected, 'passed')).toEqual({
      ...selected,
      previous: 'b',
      next: 'd',
      nextIds: ['d', 'e'],
      position: 2,
      left: 2,
    })
  })

  it('tells what is left apart from what is not known yet', () => {
    const last = placeAhead('b', { ...selected, nextIds: ['c'] }, 'decided')
    expect(last).toMatchObject({ next: null, left: 2 })
    expect(placeAhead('b', { ...selected, nextIds: ['c'], left: 1 }, 'decided')).toMatchObject({ next: null, left: 0 })
  })

  it.each([
    ['decided', { decided: 2, skipped: 0 }, 2],
    ['skipped', { decided: 1, skipped: 1 }, 3],
    ['passed', { decided: 1, skipped: 0 }, 3],
  ] as const)('in a queue counts what was %s', (how, counts, left) => {
    expect(placeAhead('b', queued, how)).toMatchObject({ left, queue: { ...counts, isBlind: true } })
  })

  it('counts a skipped one that was judged after all', () => {
    const again: Place = { ...queued, queue: { decided: 4, skipped: 2, pace: 40, isSkipped: true, isBlind: false } }
    expect(placeAhead('b', again, 'decided').queue).toMatchObject({ decided: 5, skipped: 1, isSkipped: false })
  })
})

describe('examples in memory', () => {
  it('are those used last, each once, and no more than told', () => {
    expect(recentIds(['a', 'b', 'c'], ['b', 'd'], 3)).toEqual(['b', 'd', 'a'])
  })
})
