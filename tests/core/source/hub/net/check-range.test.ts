import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeComplaint, rangeHeader } from '../../../../../src/core/source/hub/net/check-range.ts'
import { sameEtag } from '../../../../../src/core/source/hub/net/same-etag.ts'

function complaint(status: number, headers: Record<string, string>, range = { start: 10, end: 20 }, total = 100): string | null {
  return rangeComplaint({ status, header: (name) => headers[name] ?? null }, range, total)
}

describe('rangeComplaint()', () => {
  it('is content with exactly what was asked for', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(1000), (start, length, rest) => {
        const range = { start, end: start + length }
        const total = range.end + rest
        const head = { 'content-range': `bytes ${rangeHeader(range).slice('bytes='.length)}/${total}`, 'content-length': String(length) }
        expect(complaint(206, head, range, total)).toBeNull()
      }),
    )
  })

  it('does without a total and a length', () => {
    expect(complaint(206, { 'content-range': 'bytes 10-19/*' })).toBeNull()
  })

  it.each([
    [206, {}, /says it sends nothing/],
    [206, { 'content-range': 'bytes 10-18/100' }, /bytes 10-18/],
    [206, { 'content-range': 'bytes 9-19/100' }, /asked for bytes 10-19/],
    [206, { 'content-range': 'bytes 10-19/101' }, /101/],
    [206, { 'content-range': 'items 10-19/100' }, /items/],
    [206, { 'content-range': 'bytes 10-19/100', 'content-length': '9' }, /10 bytes and says it sends 9/],
    [206, { 'content-range': 'bytes 10-19/100', 'content-encoding': 'gzip' }, /gzip/],
    [200, { 'content-length': '100' }, /does not do ranges/],
    [204, {}, /204/],
  ])('complains of %s %o', (status, headers, words) => expect(complaint(status, headers)).toMatch(words))

  it('takes a 200 for the whole file', () => {
    expect(complaint(200, { 'content-length': '100' }, { start: 0, end: 100 })).toBeNull()
    expect(complaint(200, { 'content-length': '99' }, { start: 0, end: 100 })).toMatch(/99/)
  })
})

describe('sameEtag()', () => {
  it('looks past quotes, weakness and capitals', () => {
    expect(sameEtag('W/"AbC"', 'abc')).toBe(true)
    expect(sameEtag('"abc"', '"abd"')).toBe(false)
  })
})
