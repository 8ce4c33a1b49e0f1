import { describe, expect, it } from 'vitest'
import { fileOfStep, inOrderOfUse } from '../../../src/renderer/example/logic/choose-file.ts'
import { fileSide } from '../../../src/renderer/example/logic/file-side.ts'

const file = (path: string, editSteps: number[], viewSteps: number[] = []) => ({ path, editSteps, viewSteps })
const piece = (text: string) => ({ text, offset: 0, size: text.length })

describe('the files of a run', () => {
  const FILES = [file('seen', [], [1, 9]), file('a', [2, 7], [1]), file('b', [4])]

  it('are listed with those it changed first', () => {
    expect(inOrderOfUse(FILES).map(({ path }) => path)).toEqual(['a', 'b', 'seen'])
  })

  it('follow the step being read: the last changed by then, else the last looked at, else the first', () => {
    expect([0, 1, 2, 4, 6, 7, 99].map((step) => fileOfStep(FILES, step)?.path)).toEqual(['seen', 'seen', 'a', 'b', 'b', 'a', 'a'])
    expect(fileOfStep([], 1)).toBeUndefined()
  })
})

describe('a file as a side of a diff', () => {
  it('keeps its own line numbers over what the run never showed', () => {
    const gaps = [
      { line: 1, first: 1, last: 9 },
      { line: 4, first: 12, last: null },
    ]
    expect(fileSide({ piece: piece('⋯\nten\neleven\n⋯'), gaps })).toEqual({
      text: '⋯\nten\neleven\n⋯',
      numbers: [null, 10, 11, null],
      gaps: [
        { line: 1, skipped: 9 },
        { line: 4, skipped: null },
      ],
    })
  })

  it('has no lines for no text, and keeps what breaks lines elsewhere inside one', () => {
    expect(fileSide({ piece: piece(''), gaps: [] })).toEqual({ text: '', numbers: [], gaps: [] })
    expect(fileSide({ piece: piece('a\u2028b\rc\nd'), gaps: [] }).numbers).toEqual([1, 2])
  })
})
