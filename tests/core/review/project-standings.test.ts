import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryKind, LedgerEntry } from '#record'
import { draftUndo, type LedgerDraft, nextUndo, projectStandings } from '#review'
import { chain, draft, extend } from './ledger-builder.ts'

const undo = (seq: number) => draft('undo', { undoes: seq })
const standing = (entries: LedgerEntry[], id = 'e1') => projectStandings(entries).get(id)

test('the newest decision stands, with its reason, reviewer and content', () => {
  const entries = chain(draft('accept'), draft('reject', { reason: 'wrong-fix', reviewer: 'bo', contentHash: 'c2' }))
  expect(standing(entries)).toEqual({
    exampleId: 'e1',
    decision: 'reject',
    reason: 'wrong-fix',
    note: null,
    reviewer: 'bo',
    time: '2025-01-01T00:00:01.000Z',
    seq: 2,
    contentHash: 'c2',
  })
})

test('clear takes the decision away and leaves the note', () => {
  expect(standing(chain(draft('reject', { reason: 'other', note: 'odd' }), draft('clear')))).toMatchObject({
    decision: null,
    reason: null,
    note: 'odd',
    seq: 2,
  })
})

test('a note changes the note alone, whoever wrote it and whatever the bytes are by then', () => {
  const entries = chain(draft('accept'), draft('note', { note: 'look again', reviewer: 'bo', contentHash: 'c2' }))
  expect(standing(entries)).toMatchObject({ decision: 'accept', note: 'look again', reviewer: 'ana', seq: 1, contentHash: 'c1' })
})

test('undo gives back what stood before', () => {
  expect(standing(chain(draft('accept'), draft('reject'), undo(2)))).toMatchObject({ decision: 'accept', seq: 1 })
})

test('an example with everything taken back stands at nothing, and is still listed', () => {
  expect(standing(chain(draft('accept', { note: 'n' }), undo(1)))).toEqual({
    exampleId: 'e1',
    decision: null,
    reason: null,
    note: null,
    reviewer: null,
    time: null,
    seq: 2,
    contentHash: 'c1',
  })
})

test('an undo that was itself taken back does nothing', () => {
  expect(standing(chain(draft('accept'), undo(1), undo(2)))).toMatchObject({ decision: 'accept' })
})

test('nextUndo goes deeper every time, skips undos, and can be one reviewer alone', () => {
  let entries = chain(draft('accept'), draft('reject', { exampleId: 'e2', reviewer: 'bo' }), draft('note', { note: 'x' }))
  expect(nextUndo(entries, 'bo')?.seq).toBe(2)
  const seen: number[] = []
  for (let next = nextUndo(entries); next; next = nextUndo(entries)) {
    seen.push(next.seq)
    entries = extend(entries, draftUndo(next, { reviewer: 'ana', recipeHash: null }))
  }
  expect(seen).toEqual([3, 2, 1])
  expect(nextUndo([])).toBeNull()
})

test('an example may be called __proto__', () => {
  expect(standing(chain(draft('accept', { exampleId: '__proto__' })), '__proto__')).toMatchObject({ decision: 'accept' })
})

/** A step of a person's day: something said, or (null) an undo of whatever is next. */
const step = fc.option(
  fc
    .record({
      kind: fc.constantFrom<EntryKind>('accept', 'reject', 'clear', 'note'),
      exampleId: fc.constantFrom('e1', 'e2', 'e3'),
      note: fc.option(fc.constantFrom('', 'a', 'b')),
      reason: fc.option(fc.constantFrom('other', 'duplicate')),
    })
    .map(({ kind, ...said }) => draft(kind, said)),
  { freq: 3 },
)
const day = fc.array(step, { maxLength: 40 })

function live(steps: (LedgerDraft | null)[]): LedgerEntry[] {
  let entries: LedgerEntry[] = []
  for (const said of steps) {
    const next = nextUndo(entries)
    if (said) entries = extend(entries, said)
    else if (next) entries = extend(entries, draftUndo(next, { reviewer: 'ana', recipeHash: null }))
  }
  return entries
}

test('the projection equals a naive replay of the entries never taken back', () => {
  fc.assert(
    fc.property(day, (days) => {
      const entries = live(days)
      const gone = new Set(entries.map(({ undoes }) => undoes))
      const kept = entries.filter(({ kind, seq }) => kind !== 'undo' && !gone.has(seq))
      const standings = projectStandings(entries)
      for (const id of new Set(entries.map(({ exampleId }) => exampleId))) {
        const mine = kept.filter(({ exampleId }) => exampleId === id)
        const last = mine.findLast(({ kind }) => kind !== 'note')
        const noted = mine.findLast(({ kind, note }) => kind === 'note' || note !== null)
        expect(standings.get(id)).toMatchObject({
          decision: last && last.kind !== 'clear' ? last.kind : null,
          reason: last && last.kind !== 'clear' ? last.reason : null,
          note: noted?.note ?? null,
          reviewer: mine.length > 0 ? 'ana' : null,
        })
      }
    }),
  )
})

const nothing = { decision: null, reason: null, note: null, reviewer: null, time: null, seq: 0, contentHash: 'c1' }

test('an undo restores the standings of the moment before', () => {
  fc.assert(
    fc.property(day, (days) => {
      const entries = live(days.filter((said) => said !== null))
      const last = nextUndo(entries)
      if (!last) return
      const undone = projectStandings(extend(entries, draftUndo(last, { reviewer: 'bo', recipeHash: null })))
      const before = projectStandings(entries.slice(0, -1))
      for (const [id, { seq, contentHash, ...said }] of undone) {
        const earlier = before.get(id)
        const { seq: _, contentHash: __, ...expected } = earlier ?? { ...nothing, exampleId: id }
        expect(said).toEqual(expected)
        expect(seq).toBe(earlier?.reviewer == null ? entries.length + 1 : earlier.seq)
        expect(contentHash).toBe('c1')
      }
    }),
  )
})
