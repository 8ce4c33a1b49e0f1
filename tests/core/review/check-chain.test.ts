import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY_KINDS, type LedgerEntry } from '#record'
import { checkChain } from '#review'
import { chain, draft } from './ledger-builder.ts'

const four = () => chain(draft('accept'), draft('reject', { exampleId: 'e2' }), draft('note', { note: 'hm' }), draft('clear'))
const seqs = (entries: LedgerEntry[]) => checkChain(entries).problems.map(({ seq }) => seq)

test('an untouched ledger is good, and its head is the last hash', () => {
  const entries = four()
  expect(checkChain(entries)).toEqual({ ok: true, entries: 4, head: entries[3]?.hash, problems: [] })
  expect(checkChain([])).toEqual({ ok: true, entries: 0, head: null, problems: [] })
})

test('a changed entry is named, and only that one', () => {
  const entries = four().map((entry) => (entry.seq === 2 ? { ...entry, reason: 'other' } : entry))
  expect(checkChain(entries)).toMatchObject({
    ok: false,
    problems: [{ seq: 2, problem: 'Entry 2 was changed: its hash does not fit its content.' }],
  })
})

test('an entry changed together with its hash is found by the one that follows it', () => {
  const [first, second, third] = four()
  const forged = chain(draft('accept'), draft('accept', { exampleId: 'e2' }))[1]
  if (!first || !second || !third || !forged) throw new Error('four entries were built')
  expect(checkChain([first, forged, third]).problems).toEqual([
    { seq: 3, problem: 'Entry 3 does not follow entry 2: it names another previous hash.' },
  ])
})

test('missing entries are named', () => {
  expect(checkChain(four().filter(({ seq }) => seq !== 2)).problems).toEqual([{ seq: 2, problem: 'Entry 2 is missing.' }])
  expect(checkChain(four().filter(({ seq }) => seq > 2)).problems).toEqual([{ seq: 1, problem: 'Entries 1 to 2 are missing.' }])
})

test('an entry in the wrong place is named', () => {
  const [first, second, third, fourth] = four()
  expect(seqs([first, third, second, fourth].filter((entry) => entry !== undefined))).toEqual([2])
  expect(seqs([first, second, second, third].filter((entry) => entry !== undefined))).toEqual([2])
})

test('an absurd seq does not hang the check', () => {
  expect(seqs(four().map((entry) => (entry.seq === 4 ? { ...entry, seq: 2 ** 53 - 1 } : entry)))).toEqual([4])
})

const anyDraft = fc
  .record({
    reviewer: fc.string({ unit: 'binary' }),
    exampleId: fc.constantFrom('e1', '__proto__', 'e\u0000\ud800'),
    note: fc.option(fc.string({ unit: 'binary' })),
    kind: fc.constantFrom(...ENTRY_KINDS),
  })
  .map(({ kind, ...said }) => draft(kind, said))

test('any single flipped character in any field of any entry is refused at that entry', () => {
  const flipped = fc
    .tuple(fc.array(anyDraft, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 127 }))
    .map(([drafts, which, field, place, mask]) => {
      const entries = chain(...drafts)
      const at = which % entries.length
      return { entries: entries.map((entry, index) => (index === at ? flip(entry, field, place, mask) : entry)), seq: at + 1 }
    })
  fc.assert(
    fc.property(flipped, ({ entries, seq }) => {
      expect(checkChain(entries).problems).toEqual([{ seq, problem: `Entry ${seq} was changed: its hash does not fit its content.` }])
    }),
    { numRuns: 500 },
  )
})

/** One character of one field changed; a null or empty field gets a character, a number another value. */
function flip(entry: LedgerEntry, field: number, place: number, mask: number): LedgerEntry {
  const keys = Object.keys(entry)
  const key = keys[field % keys.length]
  const value: unknown = Object.entries(entry).find(([name]) => name === key)?.[1]
  const text = typeof value === 'string' && value.length > 0 ? value : null
  if (typeof value === 'number') return Object.assign({ ...entry }, { [key ?? '']: value ^ mask })
  if (text === null) return Object.assign({ ...entry }, { [key ?? '']: 'x' })
  const at = place % text.length
  return Object.assign(
    { ...entry },
    { [key ?? '']: text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ mask) + text.slice(at + 1) },
  )
}
