import fc from 'fast-check'
import { snappyUncompress } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { snappy } from '../../../../src/core/export/parquet/snappy.ts'

function read(packed: Uint8Array, length: number): Buffer {
  const out = new Uint8Array(length)
  snappyUncompress(packed, out)
  return Buffer.from(out)
}

/** Runs, repeats at any distance, and bytes like no others: each piece makes another kind of tag. */
const bytes = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 90 }), fc.integer({ min: 1, max: 40 })), { maxLength: 12 })
  .map((pieces) => Buffer.concat(pieces.flatMap(([piece, times]) => Array.from({ length: times }, () => piece))))

describe('bytes packed as Snappy', () => {
  it('are what they were when a reader of Parquet unpacks them', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        expect(read(snappy(input), input.length).equals(input)).toBe(true)
      }),
    )
  })

  it.each([
    ['bytes around the end of a block', 65_530, 65_550, (at: number) => Buffer.alloc(at, 'abcdefgh')],
    [
      'literals around each length of their tag',
      55,
      70,
      (at: number) => Buffer.from(Array.from({ length: at }, (_, place) => (place * 37) % 251)),
    ],
    ['longer ones', 250, 260, (at: number) => Buffer.from(Array.from({ length: at }, (_, place) => (place * 37) % 257))],
    [
      'copies around the longest',
      60,
      145,
      (at: number) => Buffer.concat([Buffer.from('abcdefgh'), Buffer.alloc(at, 'z'), Buffer.from('abcdefghijklmnopqrstuvw')]),
    ],
  ])('are whole: %s', (_, from, to, made) => {
    for (let at = from; at < to; at += 1) expect(read(snappy(made(at)), made(at).length).equals(made(at))).toBe(true)
  })

  it('are fewer where text repeats itself', () => {
    const text = Buffer.from('the same line of a log, over and over\n'.repeat(10_000))
    expect(snappy(text).length).toBeLessThan(text.length / 15)
  })
})
