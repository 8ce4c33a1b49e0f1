import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryKind, LedgerEntry } from '#record'
import { checkChain, checkLines, follow, type LedgerLine } from '#review'
import { anyDay, anyDraft, live } from './day-builder.ts'
import { chain, clockAt, draft, extend } from './ledger-builder.ts'

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

test('entries that say what no Winnow would have written are named', () => {
  const problems = (entries: LedgerEntry[]) => checkChain(entries).problems.map(({ problem }) => problem)
  const withValue = (value: string | undefined, kind: EntryKind = 'mask') => problems(chain(draft('accept'), draft(kind, { value })))
  for (const value of [undefined, '[1', '[]', '[-1]', '[0.5]', '{"length":1}', '"1"'])
    expect(withValue(value)).toEqual(['Entry 2 does not say what it is about in the way of its kind (mask).'])
  expect(withValue('1e3', 'cut')).toEqual([])
  expect(withValue('x', 'accept')).toHaveLength(1)
  expect(withValue('', 'tag')).toHaveLength(1)
  expect(withValue('{"at":null,"replacement":"x"}', 'redact')).toHaveLength(1)
  expect(problems(chain(draft('accept'), draft('undo', { undoes: 2 })))).toEqual(['Entry 2 takes back an entry that comes after it.'])
  expect(problems(chain(draft('accept'), draft('undo', { undoes: 1, exampleId: 'e2' })))).toEqual([
    'Entry 2 takes back entry 1, which is about another example.',
  ])
  expect(problems(chain(draft('undo')))).toHaveLength(1)
  expect(problems(chain(draft('accept', { undoes: 1 })))).toHaveLength(1)
  expect(problems(chain(Object.assign(draft('accept'), { kind: 'toString' })))).toEqual([
    'Entry 1 cannot be read: its kind is missing or of another kind.',
  ])
  expect(problems(chain(Object.assign(draft('accept'), { reviewer: 7 })))).toHaveLength(1)
  expect(problems(chain(draft('accept', { originSeq: 3 })))).toEqual(['Entry 1 tells only half of where it came from.'])
})

test('time never goes back, but an entry of another ledger keeps its own', () => {
  const late = extend([], draft('accept'), clockAt(90))
  const foreign = { originSeq: 4, originHash: 'f'.repeat(64) }
  const back = [...late, follow(late[0] ?? null, draft('flag'), '2025-01-01T00:00:00.000Z')]
  expect(checkChain(back).problems).toEqual([{ seq: 2, problem: 'Entry 2 was said before an entry in front of it.' }])
  const merged = [...late, follow(late[0] ?? null, draft('flag', foreign), '2025-01-01T00:00:00.000Z')]
  expect(checkChain(merged).ok).toBe(true)
  expect(checkChain(extend(merged, draft('unflag'))).ok).toBe(true)
  expect(extend(merged, draft('unflag')).at(-1)?.time).toBe('2025-01-01T00:01:30.000Z')
  expect(checkChain(extend(merged, draft('flag', foreign))).problems).toEqual([
    { seq: 3, problem: 'Entry 3 came from another ledger a second time.' },
  ])
  expect(checkChain(extend(late, draft('accept', { originSeq: 1, originHash: late[0]?.hash }))).ok).toBe(false)
})

const anyLedger = fc.array(anyDraft, { minLength: 1, maxLength: 6 }).map((drafts) => chain(...drafts))

test('whatever a day brings, its ledger is good, as read and as stored', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const entries = live(day)
      expect(checkChain(entries).problems).toEqual([])
      expect(checkLines(entries.map(stored)).problems).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('any single bit changed in what is stored of any entry is refused at that entry', () => {
  fc.assert(
    fc.property(anyLedger, fc.nat(), fc.nat(), fc.nat(7), (entries, which, byte, bit) => {
      const at = which % entries.length
      const lines = entries.map(stored)
      const bytes = Buffer.from(lines[at]?.text ?? '', 'utf8')
      const place = byte % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
      const changed = lines.map((line, index) => (index === at ? { ...line, text: bytes.toString('utf8') } : line))
      expect(checkLines(changed).problems).toEqual([{ seq: at + 1, problem: expect.stringMatching(`^Entry ${at + 1} was changed: `) }])
    }),
    { numRuns: 2_000 },
  )
})

test('any bit of a whole entry can be the one', () => {
  const entries = chain(draft('accept', { note: 'caf\u00e9 \ud800 \ufffd' }), draft('mask', { value: '[1]' }), draft('flag'))
  const lines = entries.map(stored)
  const text = Buffer.from(lines[1]?.text ?? '', 'utf8')
  for (let bit = 0; bit < text.length * 8; bit++) {
    const bytes = Buffer.from(text)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(checkLines(lines.map((line) => (line.seq === 2 ? { seq: 2, text: bytes.toString('utf8') } : line))).problems).toMatchObject([
      { seq: 2 },
    ])
  }
})

test('a letter of an escape in another case is another text', () => {
  const [line] = chain(draft('note', { note: 'lone \ud8ff' })).map(stored)
  expect(checkLines([{ seq: 1, text: line?.text.replace('d8ff', 'D8FF') ?? '' }]).problems).toMatchObject([{ seq: 1 }])
})

test('what is stored is missing, doubled or out of order: it is named', () => {
  fc.assert(
    fc.property(fc.array(anyDraft, { minLength: 3, maxLength: 6 }), fc.nat(), fc.nat(), (drafts, which, other) => {
      const lines = chain(...drafts).map(stored)
      const a = which % (lines.length - 1)
      const b = other % lines.length
      expect(checkLines(lines.filter((_, index) => index !== a)).problems[0]).toEqual({ seq: a + 1, problem: `Entry ${a + 1} is missing.` })
      const swapped = lines.map((line, index) => ({ seq: line.seq, text: lines[index === a ? b : index === b ? a : index]?.text ?? '' }))
      expect(checkLines(swapped).problems.map(({ seq }) => seq)).toEqual(a === b ? [] : expect.arrayContaining([Math.min(a, b) + 1]))
    }),
    { numRuns: 200 },
  )
})

function stored(entry: LedgerEntry): LedgerLine {
  return { seq: entry.seq, text: JSON.stringify(entry) }
}
