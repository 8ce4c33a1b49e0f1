import { describe, expect, it } from 'vitest'
import { pythonStrip } from '../../../src/core/export/python-strip.ts'

describe("Python's strip", () => {
  it('takes the control characters that JavaScript leaves', () => {
    expect(pythonStrip('\x1c\x1d\x1e\x1f\x85 \n a b \v\f\r\t\u3000\u2028\xa0')).toBe('a b')
  })

  it('leaves the byte order mark and zero-width space that look like space', () => {
    expect(pythonStrip(' \uFEFFa\uFEFF ')).toBe('\uFEFFa\uFEFF')
    expect(pythonStrip('\u200b')).toBe('\u200b')
    expect(pythonStrip('\u180e')).toBe('\u180e')
  })

  it('takes everything of a text that is all space', () => {
    expect(pythonStrip(' '.repeat(100_000))).toBe('')
  })
})
