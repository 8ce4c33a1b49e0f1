import { describe, expect, it } from 'vitest'
import { sizeInBytes } from '../../src/cli/parse-size.ts'

describe('sizeInBytes', () => {
  it.each([
    ['0', 0],
    ['512', 512],
    ['500MB', 500_000_000],
    ['20 gb', 20_000_000_000],
    ['1.5kB', 1500],
  ])('reads %s', (text, bytes) => expect(sizeInBytes(text)).toBe(bytes))

  it.each(['', 'MB', '-1', '5 parsecs', '1e9', '99999999999 TB'])('refuses "%s" and names what is allowed', (text) =>
    expect(() => sizeInBytes(text)).toThrow('A size such as 500MB, 20GB or 0 is expected.'),
  )
})
