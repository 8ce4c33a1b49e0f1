import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHashOf } from '#parse'
import { canonicalJson, type Json } from '#record'

const json = fc.jsonValue() as fc.Arbitrary<Json>

const entries = (key: fc.Arbitrary<string>, value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 5 }).map((pairs) => Object.fromEntries(pairs))

/** Its definition, written out. */
function byHand(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(byHand).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${byHand(item)}`).join()}}`
}

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

  it('orders keys by code units, whatever order objects keep them in', () => {
    const key = fc.oneof(
      fc.constantFrom('10', '9', '01', '-1', '1.5', '__proto__', 'constructor', 'toJSON', '', 'é', '\ud83d'),
      fc.string(),
    )
    const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json>(null, true, 1, 'x'),
        fc.array(tie('tree'), { maxLength: 3 }),
        entries(key, tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(value)).toBe(byHand(value))
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
