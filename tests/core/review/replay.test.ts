import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_EDITS } from '#record'
import { nextRedo, nextUndo, projectStandings } from '#review'
import { anyDay, anyWords, live, said } from './day-builder.ts'
import { chain, draft, extend } from './ledger-builder.ts'
import { naiveEdits, naiveReplay, unitsOf } from './naive-replay.ts'

test('what stands is what a plain replay of the entries gives', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const entries = live(day)
      const standings = projectStandings(entries)
      const replayed = naiveReplay(entries)
      expect(new Set(standings.keys())).toEqual(new Set(entries.map(({ exampleId }) => exampleId)))
      for (const [id, standing] of standings) {
        const seen = replayed.get(id) ?? { opinions: [], note: null, speaker: null, tags: [], isFlagged: false, edits: [] }
        const decisions = new Set(seen.opinions.map(({ decision }) => decision))
        expect(standing).toMatchObject({
          opinions: seen.opinions,
          decision: decisions.size === 1 ? seen.opinions[0]?.decision : null,
          reason: decisions.size === 1 ? seen.opinions.at(-1)?.reason : null,
          isDisputed: decisions.size > 1,
          note: seen.note,
          reviewer: seen.speaker?.reviewer ?? null,
          time: seen.speaker?.time ?? null,
          tags: seen.tags.toSorted(),
          isFlagged: seen.isFlagged,
        })
        const { masked, cutAfter, redactions, contentHash } = standing.edits
        const edits = naiveEdits(seen.edits)
        expect({ masked, cutAfter, redacted: unitsOf(redactions) }).toEqual(edits)
        const isNothing = masked.length === 0 && cutAfter === null && redactions.length === 0
        expect(contentHash).toBe(isNothing ? NO_EDITS.contentHash : seen.edits.at(-1)?.contentHash)
      }
    }),
    { numRuns: 300 },
  )
})

test('undo of any depth gives back what stood then, and redo brings it back again', () => {
  fc.assert(
    fc.property(anyWords, fc.nat(12), (words, deep) => {
      const depth = Math.min(deep, words.length)
      const moments = words.map((_, n) => live(words.slice(0, n)))
      const now = live(words)
      const undone = live(
        Array.from({ length: depth }, () => ({ kind: 'undo', reviewer: undefined })),
        now,
        words.length,
      )
      expect(said(projectStandings(undone))).toEqual(said(projectStandings(moments[words.length - depth] ?? now)))
      const redone = live(
        Array.from({ length: depth }, () => ({ kind: 'redo', reviewer: undefined })),
        undone,
        words.length + depth,
      )
      expect(said(projectStandings(redone))).toEqual(said(projectStandings(now)))
      expect(nextRedo(redone)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('each takes back their own, in one go what was said in one go, until nothing of theirs stands', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      let entries = live(day)
      const others = (all: typeof entries) => said(projectStandings(all.filter(({ reviewer }) => reviewer !== 'bo')))
      const before = others(entries)
      for (let next = nextUndo(entries, 'bo'); next.length > 0; next = nextUndo(entries, 'bo')) {
        expect(next.every(({ reviewer, batch }) => reviewer === 'bo' && batch === next[0]?.batch)).toBe(true)
        entries = live([{ kind: 'undo', reviewer: 'bo' }], entries, entries.length)
      }
      const undos = entries.filter(({ kind }) => kind === 'undo')
      const stands = (seq: number): boolean => !undos.some((undo) => undo.undoes === seq && stands(undo.seq))
      expect(entries.filter(({ reviewer, kind, seq }) => reviewer === 'bo' && kind !== 'undo' && stands(seq))).toEqual([])
      expect(others(entries)).toEqual(before)
    }),
    { numRuns: 100 },
  )
})

test('nextUndo goes deeper every time, skips undos, and can be one reviewer alone', () => {
  let entries = chain(draft('accept'), draft('reject', { exampleId: 'e2', reviewer: 'bo' }), draft('note', { note: 'x' }))
  expect(nextUndo(entries, 'bo').map(({ seq }) => seq)).toEqual([2])
  const seen: number[] = []
  for (let [next] = nextUndo(entries); next; [next] = nextUndo(entries)) {
    seen.push(next.seq)
    entries = live([{ kind: 'undo', reviewer: undefined }], entries, entries.length)
  }
  expect(seen).toEqual([3, 2, 1])
  expect(nextUndo([])).toEqual([])
})

test('once something new is said there is nothing to redo', () => {
  const undone = extend(chain(draft('accept')), draft('undo', { undoes: 1 }))
  expect(nextRedo(undone).map(({ seq }) => seq)).toEqual([2])
  expect(nextRedo(extend(undone, draft('flag')))).toEqual([])
  expect(nextRedo(extend(undone, draft('flag', { reviewer: 'bo' })), 'ana').map(({ seq }) => seq)).toEqual([2])
})

test('what came from another ledger is not taken back, not even by the name of its batch', () => {
  const own = chain(draft('accept', { batch: 'b' }), draft('reject', { exampleId: 'e2', batch: 'b' }))
  const foreign = own.map((entry) => (entry.seq === 1 ? { ...entry, originSeq: 7, originHash: 'f'.repeat(64) } : entry))
  expect(nextUndo(foreign).map(({ seq }) => seq)).toEqual([2])
  expect(nextUndo(foreign.slice(0, 1))).toEqual([])
})
