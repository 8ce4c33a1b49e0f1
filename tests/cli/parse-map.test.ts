import { describe, expect, it } from 'vitest'
import { columnPair } from '../../src/cli/parse-map.ts'

describe('columnPair', () => {
  it('adds a pair to those before it', () => {
    expect(columnPair('resolved=reward', columnPair('messages=conversation'))).toEqual({ messages: 'conversation', resolved: 'reward' })
  })

  it('takes a column with an equals sign in its name', () => {
    expect(columnPair('messages=a=b')).toEqual({ messages: 'a=b' })
  })

  it.each(['messages', '=conversation', 'messages=', ''])('refuses "%s"', (text) =>
    expect(() => columnPair(text)).toThrow('NAME=COLUMN is expected'),
  )
})
