import { describe, expect, it } from 'vitest'
import type { FileState } from '#parse'
import { fileTextOf } from '../../../src/core/workbench/file-text.ts'

const text = (lines: (string | undefined)[], total: number | null = lines.length): FileState => ({ kind: 'text', lines, total, why: '' })
const UNKNOWN: FileState = { kind: 'unknown', why: 'not shown' }

describe('a file for reading', () => {
  it('has a line for each stretch that was never seen, saying which lines it stands for', () => {
    const { text: shown, gaps } = fileTextOf(UNKNOWN, text([undefined, undefined, 'c', undefined, 'e'], null))
    expect(shown.split('\n')).toEqual(['⋯ lines 1 to 2 not seen ⋯', 'c', '⋯ line 4 not seen ⋯', 'e', '⋯ from line 6 on not seen ⋯'])
    expect(gaps).toEqual([
      { line: 1, first: 1, last: 2 },
      { line: 3, first: 4, last: 4 },
      { line: 5, first: 6, last: null },
    ])
  })

  it('tells the lines that are other than before, by their place in the text', () => {
    expect(fileTextOf(text(['a', 'b', 'c']), text(['a', 'x', 'y', 'c'])).changed).toEqual([2, 3])
    expect(fileTextOf(text([undefined, undefined, 'b']), text([undefined, undefined, 'x', 'b'])).changed).toEqual([2])
    expect(fileTextOf({ kind: 'absent' }, text(['a', 'b'])).changed).toEqual([1, 2])
    expect(fileTextOf(UNKNOWN, text(['a'])).changed).toEqual([])
    expect(fileTextOf(text(['a', 'b']), text(['b'])).changed).toEqual([])
  })

  it('is empty where nothing is known', () => {
    expect(fileTextOf(text(['a']), UNKNOWN)).toEqual({ text: '', gaps: [], changed: [] })
  })
})
