import { expect, test } from 'vitest'
import type { LedgerEntry } from '#record'
import { judgmentsOf, lookAt } from '#review'
import { chain, draft } from '../ledger-builder.ts'

const who = (entries: readonly LedgerEntry[]) => judgmentsOf(entries).map(({ reviewer, seq }) => [reviewer, seq])
const undo = (seq: number) => draft('undo', { undoes: seq })
const ben = { reviewer: 'ben' }

test('everybody has judged whose newest answer stands', () => {
  expect(who(chain(draft('accept'), draft('reject', ben), draft('reject')))).toEqual([
    ['ben', 2],
    ['ana', 3],
  ])
  expect(who(chain(draft('accept'), draft('note', { note: 'odd' }), draft('clear')))).toEqual([])
  expect(who(chain(draft('accept'), draft('reject'), undo(2)))).toEqual([['ana', 1]])
})

test('whoever was overruled is not asked again, until nothing stands', () => {
  const overruled = [draft('accept'), draft('reject', { ...ben, settles: true })]
  expect(who(chain(...overruled))).toEqual([
    ['ana', 1],
    ['ben', 2],
  ])
  expect(who(chain(...overruled, draft('clear', ben)))).toEqual([])
  expect(who(chain(draft('accept'), draft('clear', { ...ben, settles: true })))).toEqual([])
})

test('an item is open for those who have not judged it, as long as too few have', () => {
  const [one, two] = [
    { needs: 1, contentHash: 'c1' },
    { needs: 2, contentHash: 'c1' },
  ]
  const byAna = judgmentsOf(chain(draft('accept')))
  expect([lookAt(one, byAna, 'ana'), lookAt(one, byAna, 'ben')]).toEqual([
    { isOpen: false, judgedAt: 1 },
    { isOpen: false, judgedAt: 0 },
  ])
  expect([lookAt(two, byAna, 'ana').isOpen, lookAt(two, byAna, 'ben').isOpen]).toEqual([false, true])
  const byBoth = judgmentsOf(chain(draft('accept'), draft('reject', ben)))
  expect(lookAt(two, byBoth, 'cem').isOpen).toBe(false)
})

test('an answer about other bytes asks again, and one about a row that went asks nobody', () => {
  const byAna = judgmentsOf(chain(draft('accept')))
  expect(lookAt({ needs: 1, contentHash: 'c2' }, byAna, 'ana')).toEqual({ isOpen: true, judgedAt: 0 })
  expect(lookAt({ needs: 1, contentHash: '' }, byAna, 'ana').isOpen).toBe(false)
  expect(lookAt({ needs: 2, contentHash: null }, byAna, 'ben').isOpen).toBe(false)
})
