import { expect, test } from 'vitest'
import type { RowNote } from '#record'
import { NoteCounts } from '../../../src/core/export/note-counts.ts'
import { noteWarnings } from '../../../src/core/export/note-warnings.ts'

const LOST: RowNote = { kind: 'lost', about: 'reasoning', policy: 'reasoning=as-is', messages: [2], text: 'Gone.' }
const OUT: RowNote = { kind: 'left-out', about: 'mask', policy: 'masks=leave-out', messages: [2], text: 'Out.' }

test('a row that is left out loses nothing besides: sums and warnings say it once', () => {
  const counts = new NoteCounts()
  counts.add([LOST, OUT])
  counts.add([LOST])
  expect(counts.list().map(({ kind, rows, messages }) => [kind, rows, messages])).toEqual([
    ['left-out', 1, 1],
    ['lost', 1, 1],
  ])
  expect(noteWarnings(counts.list()).slice(0, 2)).toEqual([
    '1 row is left out for context-only turns (1 message, masks=leave-out).',
    '1 row loses reasoning (1 message, reasoning=as-is).',
  ])
})
