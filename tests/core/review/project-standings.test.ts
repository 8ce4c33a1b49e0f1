import { expect, test } from 'vitest'
import { type LedgerEntry, NO_EDITS, type Opinion, type Redaction } from '#record'
import { editsAbout, editsByExample, projectStandings } from '#review'
import { chain, draft } from './ledger-builder.ts'

const undo = (seq: number) => draft('undo', { undoes: seq })
const standing = (entries: LedgerEntry[], id = 'e1') => projectStandings(entries).get(id)

test('the newest decision stands, with its reason, reviewer and content', () => {
  const entries = chain(draft('accept'), draft('reject', { reason: 'wrong-fix', contentHash: 'c2' }))
  expect(standing(entries)).toEqual({
    exampleId: 'e1',
    decision: 'reject',
    reason: 'wrong-fix',
    note: null,
    reviewer: 'ana',
    time: '2025-01-01T00:00:01.000Z',
    seq: 2,
    contentHash: 'c2',
    opinions: [
      opinion({
        decision: 'reject',
        reason: 'wrong-fix',
        time: '2025-01-01T00:00:01.000Z',
        seq: 2,
        contentHash: 'c2',
      }),
    ],
    isDisputed: false,
    tags: [],
    isFlagged: false,
    edits: NO_EDITS,
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
    opinions: [],
    isDisputed: false,
    tags: [],
    isFlagged: false,
    edits: NO_EDITS,
  })
})

test('an undo that was itself taken back does nothing', () => {
  expect(standing(chain(draft('accept'), undo(1), undo(2)))).toMatchObject({ decision: 'accept' })
})

test('an example, a reviewer and a tag may be called __proto__', () => {
  const said = { exampleId: '__proto__', reviewer: '__proto__' }
  expect(standing(chain(draft('accept', said), draft('tag', { ...said, value: '__proto__' })), '__proto__')).toMatchObject({
    decision: 'accept',
    opinions: [{ reviewer: '__proto__' }],
    tags: ['__proto__'],
  })
})

test('two who say the same decide it together, and the newest speaks', () => {
  expect(standing(chain(draft('accept'), draft('accept', { reviewer: 'bo', isBlind: true })))).toMatchObject({
    decision: 'accept',
    reviewer: 'bo',
    isDisputed: false,
    opinions: [
      { reviewer: 'ana', isBlind: false },
      { reviewer: 'bo', isBlind: true },
    ],
  })
})

test('two who differ without knowing are in dispute, and nothing is decided', () => {
  expect(standing(chain(draft('accept'), draft('reject', { reviewer: 'bo', reason: 'other', isBlind: true })))).toMatchObject({
    decision: null,
    reason: null,
    isDisputed: true,
    opinions: [{ decision: 'accept' }, { decision: 'reject' }],
  })
})

test('an answer that settles leaves none but its own, and taking it back brings the dispute back', () => {
  const disputed = [draft('accept'), draft('reject', { reviewer: 'bo' }), draft('accept', { reviewer: 'cy', settles: true })]
  expect(standing(chain(...disputed))).toMatchObject({ decision: 'accept', isDisputed: false, opinions: [{ reviewer: 'cy' }] })
  expect(standing(chain(...disputed, undo(3)))).toMatchObject({ decision: null, isDisputed: true })
})

test('who clears an answer knowing others settles that nothing is decided', () => {
  const entries = chain(draft('accept'), draft('clear', { reviewer: 'bo', settles: true }))
  expect(standing(entries)).toMatchObject({ decision: null, isDisputed: false, opinions: [], reviewer: 'bo' })
})

test('who answers again has one opinion, the new one', () => {
  expect(standing(chain(draft('accept'), draft('reject', { reviewer: 'bo' }), draft('reject')))?.opinions.map(({ seq }) => seq)).toEqual([
    2, 3,
  ])
})

test('tags come and go, in alphabetical order, and are nobody’s alone', () => {
  const tag = (value: string, reviewer = 'ana') => draft('tag', { value, reviewer })
  const entries = chain(tag('slow'), tag('fine'), tag('slow', 'bo'), draft('untag', { value: 'fine', reviewer: 'bo' }), tag('\ud800'))
  expect(standing(entries)?.tags).toEqual(['slow', '\ud800'])
})

test('a flag stays until somebody takes it down', () => {
  expect(standing(chain(draft('flag')))?.isFlagged).toBe(true)
  expect(standing(chain(draft('flag'), draft('unflag', { reviewer: 'bo' })))?.isFlagged).toBe(false)
  expect(standing(chain(draft('flag'), draft('unflag'), undo(2)))?.isFlagged).toBe(true)
})

test('edits gather: messages masked, the last cut, places redacted', () => {
  const entries = chain(
    draft('mask', { value: '[4,2,9]' }),
    draft('unmask', { value: '[4]' }),
    draft('cut', { value: '7' }),
    draft('cut', { value: '6' }),
    redact('redact', 10, 14),
    redact('redact', 30, 34),
    redact('unredact', 30, 34),
  )
  expect(standing(entries)?.edits).toEqual({ masked: [2, 9], cutAfter: 6, redactions: [place(10, 14)], contentHash: 'c1' })
})

test('redactions that overlap leave as one', () => {
  expect(standing(chain(redact('redact', 20, 30), redact('redact', 10, 22), redact('redact', 30, 31)))?.edits.redactions).toEqual([
    place(10, 30),
    place(30, 31),
  ])
})

test('edits of other bytes than the newest edit’s count no more', () => {
  const entries = chain(draft('mask', { value: '[1]' }), draft('cut', { value: '3', contentHash: 'c2' }))
  expect(standing(entries)?.edits).toEqual({ masked: [], cutAfter: 3, redactions: [], contentHash: 'c2' })
})

test('who speaks of older bytes later takes no redaction of the row as it is away', () => {
  const here = [{ ...redact('redact', 10, 14), contentHash: 'c2' }]
  const entries = chain(...here, draft('mask', { value: '[2]', reviewer: 'bo' }), draft('unmask', { value: '[2]', reviewer: 'bo' }))
  const about = (contentHash: string) => [editsAbout(entries, contentHash), editsByExample(entries)('e1', contentHash)]
  const redacted = { masked: [], redactions: [{ at: { start: 10 } }], contentHash: 'c2' }
  expect(about('c2')).toMatchObject([redacted, redacted])
  expect(about('c1')).toEqual([NO_EDITS, NO_EDITS])
  expect(editsAbout(chain(...here, undo(1)), 'c2')).toEqual(NO_EDITS)
})

test('where all edits are taken back there are none, and no bytes they are about', () => {
  expect(standing(chain(draft('cut', { value: '3' }), draft('uncut')))?.edits).toEqual(NO_EDITS)
})

test('a damaged entry is named', () => {
  expect(() => standing(chain(draft('accept'), draft('mask', { value: '[1' })))).toThrow('Ledger entry 2 is damaged')
  expect(() => standing(chain(draft('tag')))).toThrow('Ledger entry 1 is damaged')
})

test('entries of another ledger are read by their own time and place', () => {
  const [first, second] = chain(draft('accept'), draft('reject'))
  const late = { originSeq: 9, originHash: 'f'.repeat(64) }
  const merged = [first, second].filter((entry) => entry !== undefined).map((entry) => (entry.seq === 2 ? { ...entry, ...late } : entry))
  const swapped = merged.map((entry) => (entry.seq === 2 ? { ...entry, time: '2024-12-31T00:00:00.000Z' } : entry))
  expect(standing(merged)?.decision).toBe('reject')
  expect(standing(swapped)?.decision).toBe('accept')
})

function opinion(said: Partial<Opinion>): Opinion {
  return { reviewer: 'ana', decision: 'accept', reason: null, note: null, time: '', seq: 0, contentHash: 'c1', isBlind: false, ...said }
}

function place(start: number, end: number): Redaction {
  return { at: { messageIndex: 2, field: 'content', call: null, start, end }, replacement: '[redacted]' }
}

function redact(kind: 'redact' | 'unredact', start: number, end: number) {
  return draft(kind, { value: JSON.stringify(place(start, end)) })
}
