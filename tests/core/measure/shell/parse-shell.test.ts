import { describe, expect, it } from 'vitest'
import { parseShell, rememberingParser } from '../../../../src/core/measure/shell/parse-shell.ts'

describe('parseShell', () => {
  it('gives the tree of a script, and no problem', () => {
    expect(parseShell('a | b')).toMatchObject({ source: 'a | b', problem: null })
  })

  it('finds offsets of a script with carriage returns again', () => {
    const script = 'a\r\nb\r\nc'
    const { source, original } = parseShell(script)
    expect(source).toBe('a\nb\nc')
    expect(['a', 'b', 'c'].map((word) => original(source.indexOf(word)))).toEqual(['a', 'b', 'c'].map((word) => script.indexOf(word)))
    expect(original(source.length)).toBe(script.length)
  })

  it.each<[string, string, string]>([
    ['does not parse', 'echo "open', 'syntax'],
    ['is too long', `# ${'x'.repeat(1_000_001)}`, 'too long'],
    ['is too costly', '$('.repeat(20_000), 'too costly'],
  ])('says of a script that it %s', (_name, script, kind) => {
    expect(parseShell(script).problem?.kind).toBe(kind)
  })
})

describe('a remembering parser', () => {
  it('parses a script once', () => {
    const parse = rememberingParser()
    expect(parse('a b')).toBe(parse('a b'))
    expect(parse('a b')).not.toBe(parse('a c'))
  })
})
