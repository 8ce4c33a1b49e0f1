import { createTwoFilesPatch, parsePatch as parseWithJsdiff } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePatch } from '#parse'

const awkward = fc.constantFrom(
  '',
  ' ',
  '-- x',
  '++ y',
  '@@ -1 +1 @@',
  '--- a/x',
  'diff --git a/x b/x',
  '\\ No newline',
  '+',
  '-',
  'é\r',
  'plain',
  'other',
  '\u2028',
)
const file = fc
  .tuple(fc.array(awkward, { maxLength: 30 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join('\n') + (isEnded ? '\n' : ''))
const patchLike = fc
  .array(
    fc.oneof(
      awkward,
      fc.constantFrom(
        '+++ b/x',
        '@@ -1,3 +1,4 @@',
        '@@ -1,999999999999999999999 +0 @@',
        'GIT binary patch',
        'literal 3',
        'rename from "a\\',
        'old mode',
        'Binary files a and b differ',
        '@@@ -1 -1 +1 @@@',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'))

/** jsdiff moves the start of an empty side by one; the header says 0. */
const asWritten = (start: number, lines: number): number => (lines === 0 ? start - 1 : start)

describe('parsePatch over generated texts', () => {
  it('reads the hunks jsdiff reads in what jsdiff writes', () => {
    fc.assert(
      fc.property(file, file, fc.integer({ min: 0, max: 4 }), (before, after, context) => {
        const text = createTwoFilesPatch('a/f', 'b/f', before, after, undefined, undefined, { context })
        const expected = parseWithJsdiff(text).flatMap((one) => one.hunks)
        const patch = parsePatch(text)
        const found = patch.files.flatMap((one) => one.hunks)
        expect(found.map(({ oldStart, oldLines, newStart, newLines }) => [oldStart, oldLines, newStart, newLines])).toEqual(
          expected.map(({ oldStart, oldLines, newStart, newLines }) => [
            asWritten(oldStart, oldLines),
            oldLines,
            asWritten(newStart, newLines),
            newLines,
          ]),
        )
        const marks = { context: ' ', add: '+', delete: '-' }
        expect(found.flatMap((hunk) => hunk.lines.map((line) => marks[line.kind] + line.text))).toEqual(
          expected.flatMap((hunk) => hunk.lines.filter((line) => !line.startsWith('\\'))),
        )
        if (expected.length > 0) expect(patch.problems).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, and its sums are those of its files', () => {
    fc.assert(
      fc.property(fc.oneof(patchLike, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        const patch = parsePatch(text)
        expect(patch.additions).toBe(patch.files.reduce((sum, one) => sum + one.additions, 0))
        expect(patch.deletions).toBe(patch.files.reduce((sum, one) => sum + one.deletions, 0))
        expect(patch.problems.length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps its counts whatever it keeps', () => {
    fc.assert(
      fc.property(patchLike, fc.integer({ min: 0, max: 10 }), (text, keptLines) => {
        const [full, cut] = [parsePatch(text), parsePatch(text, { keptLines })]
        expect([cut.additions, cut.deletions, cut.files.length]).toEqual([full.additions, full.deletions, full.files.length])
        expect(cut.files.flatMap((one) => one.hunks.flatMap((hunk) => hunk.lines)).length).toBeLessThanOrEqual(keptLines)
      }),
    )
  })
})
