import { expect, test } from 'vitest'
import { ledgerLines, lineWords } from '../../../src/renderer/reviewing/logic/ledger-lines.ts'
import { entryOf } from './review-builders.ts'

const wordsOf = (...entries: Parameters<typeof entryOf>[0][]) => ledgerLines(entries.map(entryOf)).map(lineWords)

test('what was decided in one go is one line, and the newest entry of it stands for it', () => {
  const bulk = [3, 2, 1].map((seq) => entryOf({ seq, batch: 'b', exampleId: `run-${seq}` }))
  const lines = ledgerLines([entryOf({ seq: 4, kind: 'reject' }), ...bulk, entryOf({ seq: 0 })])
  expect(lines.map(({ entry, count }) => [entry.seq, count])).toEqual([
    [4, 1],
    [3, 3],
    [0, 1],
  ])
  expect(lines.map(lineWords)).toEqual(['rejected', 'bulk: 3 accepted', 'accepted'])
})

test('one example that was redacted in many places is not many examples', () => {
  const lines = ledgerLines([2, 1].map((seq) => entryOf({ seq, kind: 'redact', batch: 'b', exampleId: 'one' })))
  expect(lines.map(({ isOneExample }) => isOneExample)).toEqual([true])
  expect(lines.map(lineWords)).toEqual(['redacted, 2 times'])
})

test('a batch is no line with another kind in it, nor with another person of the same batch name', () => {
  expect(wordsOf({ batch: 'b' }, { batch: 'b', kind: 'tag', value: 'loops' })).toEqual(['accepted', 'tagged loops'])
  expect(wordsOf({ batch: 'b' }, { batch: 'b', reviewer: 'Bo' })).toHaveLength(2)
})

test('a line says what it is about', () => {
  expect(wordsOf({ kind: 'undo', undoes: 12 })).toEqual(['took back entry 12'])
  expect(wordsOf({ kind: 'undo', undoes: 2, batch: 'u' }, { kind: 'undo', undoes: 1, batch: 'u' })).toEqual(['took back 2 entries'])
  expect(wordsOf({ kind: 'mask', value: '[1,2,3]' })).toEqual(['masked 3 messages'])
  expect(wordsOf({ kind: 'mask', value: 'no JSON' })).toEqual(['masked'])
})
