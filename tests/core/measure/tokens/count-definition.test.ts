import { describe, expect, it } from 'vitest'
import type { TextCounter } from '#measure'
import { countDefinition } from '../../../../src/core/measure/tokens/count-definition.ts'

/** Counts characters, and how often it was asked. */
function buildCounter(): TextCounter & { asked: number } {
  return {
    encoding: 'characters@1',
    asked: 0,
    count(text) {
      this.asked += 1
      return text.length
    },
  }
}

describe('counting a tool definition', () => {
  it('asks the counter once for a definition that comes again, and each counter by itself', () => {
    const [one, other] = [buildCounter(), buildCounter()]
    expect([countDefinition('{"a":1}', one), countDefinition('{"a":1}', one), countDefinition('{"a":1}', other)]).toEqual([7, 7, 7])
    expect([one.asked, other.asked]).toEqual([1, 1])
  })

  it('forgets the oldest of many, and never keeps a huge one', () => {
    const counter = buildCounter()
    for (let n = 0; n <= 64; n += 1) countDefinition(`{"tool":${n}}`, counter)
    countDefinition('{"tool":64}', counter)
    expect(counter.asked).toBe(65)
    countDefinition('{"tool":0}', counter)
    expect(counter.asked).toBe(66)
    for (let n = 0; n < 2; n += 1) expect(countDefinition('x'.repeat(20_000), counter)).toBe(20_000)
    expect(counter.asked).toBe(68)
  })
})
