import { expect, test } from 'vitest'
import type { LedgerEntry } from '#record'
import { agreementOf } from '#review'
import { chain, draft, extend } from './ledger-builder.ts'

/** What ana and bo said of as many examples as there are letters: `ar` is ana's accept and bo's reject. */
function judged(...examples: string[]): LedgerEntry[] {
  const kinds = { a: 'accept', r: 'reject' } as const
  return chain(
    ...examples.flatMap((both, n) =>
      [...both].map((letter, who) =>
        draft(kinds[letter as 'a' | 'r'], {
          exampleId: `e${n}`,
          reviewer: who === 0 ? 'ana' : 'bo',
          isBlind: who === 1 ? true : undefined,
        }),
      ),
    ),
  )
}

const times = (count: number, both: string) => Array.from({ length: count }, () => both)
const pairOf = (...examples: string[]) => agreementOf(judged(...examples)).pairs[0]

test('a table worked by hand: 20 both accept, 15 both reject, 5 and 10 differ', () => {
  // po = 35/50 = 0.7; ana accepts 25 of 50, bo 30 of 50: pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa = 0.2 / 0.5 = 0.4
  expect(pairOf(...times(20, 'aa'), ...times(5, 'ar'), ...times(10, 'ra'), ...times(15, 'rr'))).toEqual({
    a: 'ana',
    b: 'bo',
    both: 50,
    agreed: 35,
    percent: 0.7,
    kappa: 0.4,
    table: { acceptAccept: 20, acceptReject: 5, rejectAccept: 10, rejectReject: 15 },
  })
})

test('another: 45, 15, 25, 15 of 100', () => {
  // po = 0.6; pe = 0.6 * 0.7 + 0.4 * 0.3 = 0.54; kappa = 0.06 / 0.46
  const kappa = pairOf(...times(45, 'aa'), ...times(15, 'ar'), ...times(25, 'ra'), ...times(15, 'rr'))?.kappa
  expect(kappa).toBeCloseTo(0.06 / 0.46, 12)
})

test('perfect agreement is 1, agreement by chance 0, disagreement throughout -1', () => {
  expect(pairOf('aa', 'rr')).toMatchObject({ percent: 1, kappa: 1 })
  expect(pairOf('aa', 'ar', 'ra', 'rr')).toMatchObject({ percent: 0.5, kappa: 0 })
  expect(pairOf('ar', 'ra')).toMatchObject({ percent: 0, kappa: -1 })
})

test('kappa below chance: po = 0.2, pe = 0.5', () => {
  // ana accepts 5 of 10, bo 5 of 10; they agree on 2: (0.2 - 0.5) / 0.5 = -0.6
  expect(pairOf('aa', ...times(4, 'ar'), ...times(4, 'ra'), 'rr')?.kappa).toBeCloseTo(-0.6, 12)
})

test('where both always say the same one thing, chance alone would agree and kappa is not defined', () => {
  expect(pairOf('aa', 'aa', 'aa')).toMatchObject({ percent: 1, kappa: null })
  // One who never varies, against one who does: defined, and no better than chance.
  expect(pairOf('aa', 'ar')).toMatchObject({ percent: 0.5, kappa: 0 })
})

test('who shares no example makes no pair', () => {
  const entries = chain(draft('accept'), draft('accept', { exampleId: 'e2', reviewer: 'bo' }))
  expect(agreementOf(entries)).toMatchObject({ pairs: [], doubled: 0, disputed: 0, settled: 0 })
  expect(agreementOf([])).toEqual({ reviewers: [], pairs: [], doubled: 0, disputed: 0, settled: 0 })
})

test('reviewers are counted, those who judged most first', () => {
  const entries = extend(judged('aa', 'ar'), draft('reject', { exampleId: 'e9', reviewer: 'bo' }))
  expect(agreementOf(entries).reviewers).toEqual([
    { reviewer: 'bo', judged: 3, accepted: 1, blind: 2 },
    { reviewer: 'ana', judged: 2, accepted: 2, blind: 0 },
  ])
})

test('an answer that settles counts for nobody: what each said before it does', () => {
  const settled = extend(judged('ar'), draft('accept', { exampleId: 'e0', reviewer: 'bo', settles: true }))
  expect(agreementOf(settled)).toMatchObject({ pairs: [{ both: 1, agreed: 0 }], doubled: 1, disputed: 0, settled: 1 })
  const again = extend(settled, draft('accept', { exampleId: 'e0', reviewer: 'bo' }))
  expect(agreementOf(again)).toMatchObject({ pairs: [{ both: 1, agreed: 0 }] })
  const overruled = chain(draft('accept'), draft('reject', { reviewer: 'bo', settles: true }))
  expect(agreementOf(overruled)).toMatchObject({ pairs: [], doubled: 0, settled: 0, reviewers: [{ reviewer: 'ana', judged: 1 }] })
})

test('a dispute is counted until somebody settles it, and again when that is taken back', () => {
  const disputed = judged('ar', 'aa')
  expect(agreementOf(disputed)).toMatchObject({ doubled: 2, disputed: 1, settled: 0 })
  const settled = extend(disputed, draft('reject', { exampleId: 'e0', reviewer: 'cy', settles: true }))
  expect(agreementOf(settled)).toMatchObject({ doubled: 2, disputed: 0, settled: 1 })
  expect(agreementOf(extend(settled, draft('undo', { exampleId: 'e0', undoes: 5 })))).toMatchObject({ disputed: 1, settled: 0 })
})

test('who cleared, or took back, what they said has no opinion', () => {
  const entries = judged('aa', 'ar', 'rr')
  expect(agreementOf(extend(entries, draft('clear', { exampleId: 'e0', reviewer: 'bo' }))).pairs[0]?.both).toBe(2)
  expect(agreementOf(extend(entries, draft('undo', { exampleId: 'e0', undoes: 1 }))).pairs[0]?.both).toBe(2)
})

test('a reviewer may be called __proto__', () => {
  expect(agreementOf(chain(draft('accept'), draft('accept', { reviewer: '__proto__' }))).pairs).toMatchObject([
    { a: '__proto__', b: 'ana', both: 1 },
  ])
})
