import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHashOf } from '#parse'
import type { Json } from '#record'

const json = fc.jsonValue() as fc.Arbitrary<Json>

describe('canonical JSON', () => {
  it('sorts keys and leaves no space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}')
  })

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('keeps __proto__ and lone surrogates', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1}') as Json)).toBe('{"__proto__":1}')
    expect(canonicalJson('\ud800')).toBe('"\\ud800"')
  })

  it('hashes to what sha256 says of its bytes', () => {
    expect(contentHashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })
})
