import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEntry, QueueItem } from '#record'
import { judgmentsOf, type QueueView, viewOf, waysOn } from '#review'
import { chain, draft } from '../ledger-builder.ts'

const ID = (place: number) => `e${place}`

function itemsOf(count: number, doubled: readonly number[] = []): QueueItem[] {
  return Array.from({ length: count }, (_, place) => ({ id: ID(place), needs: doubled.includes(place) ? 2 : 1, contentHash: 'c1' }))
}

/** What the page does: it asks where to go, judges or puts off what it shows, and goes on. */
class Round {
  readonly items: QueueItem[]
  readonly entries: LedgerEntry[] = []
  readonly skips = new Map<string, Map<string, number>>()

  constructor(items: QueueItem[]) {
    this.items = items
  }

  view(reviewer: string): QueueView {
    const judgmentsOfId = (id: string) => judgmentsOf(this.entries.filter(({ exampleId }) => exampleId === id))
    return viewOf({ items: this.items, judgmentsOf: judgmentsOfId, skips: this.skips.get(reviewer) ?? new Map() }, reviewer)
  }

  judge(place: number, reviewer: string): void {
    const said = this.entries.map(({ exampleId, reviewer: by }) => draft('accept', { exampleId, reviewer: by }))
    this.entries.splice(0, said.length, ...chain(...said, draft('accept', { exampleId: ID(place), reviewer })))
  }

  skip(place: number, reviewer: string): void {
    const skips = this.skips.get(reviewer) ?? new Map<string, number>()
    skips.set(ID(place), Math.max(0, ...skips.values()) + 1)
    this.skips.set(reviewer, skips)
  }

  next(reviewer: string, at: number | null): number | null {
    return waysOn(this.view(reviewer), at, 3).next[0] ?? null
  }
}

describe('the way through a queue', () => {
  test('goes on behind the place asked about, then round, then to what was put off in that order', () => {
    const round = new Round(itemsOf(6))
    round.skip(4, 'ana')
    round.skip(1, 'ana')
    expect(waysOn(round.view('ana'), 2, 9)).toEqual({ next: [3, 5, 0, 4, 1], left: 5, decided: 0, skipped: 2, isSkipped: false })
    expect(waysOn(round.view('ana'), 4, 9)).toMatchObject({ next: [5, 0, 2, 3, 1], left: 5, skipped: 2, isSkipped: true })
  })

  test('goes on where the reviewer stopped', () => {
    const round = new Round(itemsOf(5))
    expect(waysOn(round.view('ana'), null, 2)).toMatchObject({ next: [0, 1], left: 5 })
    round.judge(2, 'ana')
    expect(waysOn(round.view('ana'), null, 4)).toMatchObject({ next: [3, 4, 0, 1], left: 4, decided: 1 })
  })

  test('reaches every open item once by judging, whatever is put off once on the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.boolean(), { maxLength: 12 }), fc.nat(), (count, putOff, start) => {
        const round = new Round(itemsOf(count))
        const [judged, skipped]: [number[], number[]] = [[], []]
        for (let at: number | null = start % count; at !== null; ) {
          if (putOff[at] && !skipped.includes(at)) {
            skipped.push(at)
            round.skip(at, 'ana')
          } else {
            judged.push(at)
            round.judge(at, 'ana')
          }
          // The last one put off has nothing but itself to go on to.
          at = round.next('ana', at) ?? round.next('ana', null)
        }
        expect(judged.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, place) => place))
        expect(judged.slice(count - skipped.length)).toEqual(skipped)
      }),
    )
  })

  test('what is put off again and again comes once a round', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }), (count, rounds) => {
        const round = new Round(itemsOf(count))
        const seen: (number | null)[] = [0]
        for (let step = 1; step < count * rounds; step++) {
          const at = seen.at(-1) ?? 0
          round.skip(at, 'ana')
          seen.push(round.next('ana', at) ?? at)
        }
        expect(seen).toEqual(Array.from({ length: count * rounds }, (_, step) => step % count))
      }),
    )
  })

  test('going on without an answer shows each item that is open once before the first comes again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 9 }), (judged) => {
        const round = new Round(itemsOf(10))
        for (const place of judged) round.judge(place, 'ana')
        const open = Array.from({ length: 10 }, (_, place) => place).filter((place) => !judged.includes(place))
        const [first = 0] = open
        const seen = [first]
        while (seen.length < open.length) seen.push(round.next('ana', seen.at(-1) ?? null) ?? -1)
        expect(seen).toEqual(open)
      }),
    )
  })

  test('two reviewers share what needs one and both reach what needs two, in any order of their answers', () => {
    const turns = fc.array(fc.constantFrom('ana', 'ben'), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 8 }), turns, (doubled, order) => {
        const round = new Round(itemsOf(8, doubled))
        const judged: Record<string, number[]> = { ana: [], ben: [] }
        for (const reviewer of order) {
          const at = round.next(reviewer, null)
          if (at === null) continue
          judged[reviewer]?.push(at)
          round.judge(at, reviewer)
        }
        for (let place = 0; place < 8; place++) {
          const times = Object.values(judged)
            .flat()
            .filter((one) => one === place).length
          const last = ['ana', 'ben'].every((reviewer) => round.next(reviewer, null) === null)
          if (last) expect(times).toBe(doubled.includes(place) ? 2 : 1)
          expect(times).toBeLessThanOrEqual(doubled.includes(place) ? 2 : 1)
        }
      }),
      { numRuns: 40 },
    )
  })
})
