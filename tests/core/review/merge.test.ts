import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '#record'
import { checkChain, mergeLedgers, nextUndo, projectStandings, readOther } from '#review'
import { anyDay, live, said } from './day-builder.ts'
import { chain, draft, extend } from './ledger-builder.ts'

/** Ours with theirs. */
const merged = (ours: readonly LedgerEntry[], theirs: readonly LedgerEntry[]) => [...ours, ...mergeLedgers(ours, theirs).added]
const standing = (entries: readonly LedgerEntry[]) => said(projectStandings(entries))

test('new entries are chained behind ours in their order, with where they came from', () => {
  const ours = chain(draft('accept'))
  const theirs = chain(draft('reject', { reviewer: 'bo', isBlind: true }), draft('undo', { reviewer: 'bo', undoes: 1 }), draft('flag'))
  const { added, same, conflicts } = mergeLedgers(ours, theirs)
  expect(added).toMatchObject([
    { seq: 2, originSeq: 1, originHash: theirs[0]?.hash, isBlind: true, reviewer: 'bo', time: theirs[0]?.time, undoes: null },
    { seq: 3, originSeq: 2, originHash: theirs[1]?.hash, undoes: 2 },
    { seq: 4, originSeq: 3, originHash: theirs[2]?.hash, kind: 'flag' },
  ])
  expect({ same, conflicts }).toEqual({ same: 0, conflicts: [] })
  expect(checkChain([...ours, ...added])).toMatchObject({ ok: true, entries: 4 })
})

test('who differs about an example is listed with both answers, once', () => {
  const ours = chain(draft('accept'), draft('accept', { exampleId: 'e2' }))
  const theirs = chain(draft('reject', { reviewer: 'bo' }), draft('accept', { exampleId: 'e2', reviewer: 'bo' }))
  const { conflicts, added } = mergeLedgers(ours, theirs)
  expect(conflicts).toMatchObject([
    { exampleId: 'e1', here: [{ reviewer: 'ana', decision: 'accept' }], there: [{ reviewer: 'bo', decision: 'reject' }] },
  ])
  const more = extend(theirs, draft('note', { reviewer: 'bo', note: 'x' }))
  expect(mergeLedgers([...ours, ...added], more).conflicts).toEqual([])
})

test('a dispute that is settled here is settled there once this ledger is merged back', () => {
  const ours = chain(draft('accept'))
  const theirs = chain(draft('reject', { reviewer: 'bo' }))
  const settled = extend(merged(ours, theirs), draft('reject', { settles: true }))
  expect(projectStandings(merged(theirs, settled)).get('e1')).toMatchObject({ decision: 'reject', isDisputed: false })
  expect(standing(merged(theirs, settled))).toEqual(standing(settled))
})

test('an answer that nobody knew when a dispute was settled makes another one when it is merged', () => {
  const ours = chain(draft('accept'), draft('reject', { reviewer: 'bo', isBlind: true }))
  const offline = extend([], draft('accept', { reviewer: 'dee' }), () => new Date(Date.UTC(2025, 0, 1) + 2_500))
  const value = JSON.stringify(ours.map(({ hash }) => hash))
  const settled = extend(ours, draft('reject', { reviewer: 'cy', settles: true, value }), () => new Date(Date.UTC(2025, 0, 1) + 9_000))
  const { conflicts, added } = mergeLedgers(settled, offline)
  expect(conflicts).toMatchObject([{ exampleId: 'e1', here: [{ reviewer: 'cy' }], there: [{ reviewer: 'dee' }] }])
  expect(projectStandings([...settled, ...added]).get('e1')).toMatchObject({
    isDisputed: true,
    opinions: [{ reviewer: 'dee' }, { reviewer: 'cy' }],
  })
  expect(standing(merged(offline, settled))).toEqual(standing([...settled, ...added]))
})

test('what is said after a merge counts as later, whatever the clock of the other machine was', () => {
  const theirs = chain(draft('reject', { reviewer: 'bo' })).map((entry) => entry)
  const future = extend([], draft('reject', { reviewer: 'bo' }), () => new Date('2099-01-01'))
  for (const other of [theirs, future]) {
    const settled = extend(merged(chain(draft('accept')), other), draft('accept', { settles: true }))
    expect(projectStandings(settled).get('e1')).toMatchObject({ decision: 'accept', isDisputed: false })
  }
})

test('a ledger whose chain does not hold is refused, and the entry named', () => {
  const theirs = chain(draft('accept'), draft('reject'), draft('clear'))
  const changed = theirs.map((entry) => (entry.seq === 2 ? { ...entry, note: 'x' } : entry))
  const read = (entries: readonly LedgerEntry[]) => readOther(entries.map((entry) => ({ seq: entry.seq, text: JSON.stringify(entry) })))
  expect(read(theirs)).toEqual(theirs)
  expect(() => read(changed)).toThrow('Entry 2 was changed')
  expect(() => read(theirs.slice(1))).toThrow('Entry 1 is missing')
  expect(() => readOther([{ seq: 1, text: '{"seq":1' }])).toThrow('it is no entry any more')
  expect(() => read(chain(Object.assign(draft('accept'), { kind: 'nonsense' })))).toThrow('its kind is missing or of another kind')
  expect(() => read(chain(draft('mask', { value: '[' })))).toThrow('does not say what it is about')
})

test('an entry that claims to be one of ours adds nothing', () => {
  const ours = chain(draft('accept'))
  const theirs = chain(draft('reject', { originSeq: 1, originHash: ours[0]?.hash }))
  expect(mergeLedgers(ours, theirs)).toMatchObject({ added: [], same: 1 })
})

/** Three people's days. Each begins within seconds of the others, so that times meet. */
const days = fc
  .tuple(anyDay, anyDay, anyDay, fc.nat(3), fc.nat(3))
  .map(([a, b, c, y, z]) => [live(a), live(b, [], y), live(c, [], z)] as const)

test('merging is idempotent, commutative and associative on what stands', () => {
  fc.assert(
    fc.property(days, ([a, b, c]) => {
      const ab = merged(a, b)
      expect(checkChain(ab).problems).toEqual([])
      expect(mergeLedgers(ab, b).added).toEqual([])
      expect(mergeLedgers(ab, a).added).toEqual([])
      expect(mergeLedgers(b, merged(b, a)).added).toHaveLength(mergeLedgers(b, a).added.length)
      expect(standing(merged(b, a))).toEqual(standing(ab))
      const left = merged(ab, c)
      expect(checkChain(left).problems).toEqual([])
      expect(standing(merged(a, merged(b, c)))).toEqual(standing(left))
      expect(standing(merged(merged(c, b), a))).toEqual(standing(left))
    }),
    { numRuns: 100 },
  )
})

test('days that go on after a merge still meet, also in ledgers that began as copies of one', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, anyDay, (first, a, b, c) => {
      const common = live(first)
      const here = live(a, common, 30)
      const there = live(b, common, 31)
      const on = live(c, merged(here, there), 60)
      const back = merged(there, on)
      expect(checkChain(back).problems).toEqual([])
      expect(standing(back)).toEqual(standing(on))
      expect(merged(back, on)).toEqual(back)
    }),
    { numRuns: 60 },
  )
})

test('undo after a merge takes back what was said here, never what came', () => {
  const both = merged(chain(draft('accept')), chain(draft('flag'), draft('tag', { value: 't' })))
  expect(nextUndo(both).map(({ seq }) => seq)).toEqual([1])
})
