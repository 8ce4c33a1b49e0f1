import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretsInLine } from '../../../../src/core/workbench/pushing/secrets-in-line.ts'

/** Of the shape its maker gives it; nobody's. */
const GITHUB = `ghp_${'aZ3kQ9xW2mB7vN5cR8tY1uI4oP6sD0fG7hJ'.padEnd(36, 'q')}`
const NPM = `npm_${'aZ3kQ9xW2mB7vN5cR8tY1uI4oP6sD0fG7hJ'.padEnd(36, 'q')}`

const kinds = (line: string) => secretsInLine(line, null).secrets.map(({ kind }) => kind)

/** A text put into JSON so many times, as arguments are put into rows. */
const nested = (text: string, depth: number): string => (depth === 0 ? text : nested(JSON.stringify({ text }), depth - 1))

describe('a secret in a row', () => {
  it.each([0, 1, 2, 3, 4])('is found behind a line end that was escaped %i times', (depth) => {
    expect(kinds(nested(`export\n${GITHUB}\nmore`, depth))).toEqual(['github-token'])
    expect(kinds(nested(`export\t${NPM} more`, depth))).toEqual(['npm-token'])
  })

  it('is found behind a backslash that stands for itself', () => {
    expect(kinds(nested(`C:\\${NPM}`, 1))).toEqual(['npm-token'])
    expect(kinds(`C:\\${NPM}`)).toEqual(['npm-token'])
  })

  it('is found when its signs are written as codes', () => {
    expect(kinds(`{"text":"\\u0067hp\\u005f${GITHUB.slice(4)}"}`)).toEqual(['github-token'])
  })

  it('is told once, however often it is there', () => {
    expect(kinds(nested(`${GITHUB}\n${GITHUB} ${NPM}`, 2)).sort()).toEqual(['github-token', 'npm-token'])
  })

  it('is found wherever hostile text puts it', () => {
    const anyText = fc.string({ unit: fc.constantFrom('\\', '"', '\n', 'n', 'u', '0', '{', ' ', '\u2028') })
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 0, max: 3 }), (before, after, depth) => {
        expect(kinds(nested(`${before}\n${GITHUB}\n${after}`, depth))).toContain('github-token')
      }),
    )
  })
})

it('the token of this machine is found though it reads like a placeholder, and in codes', () => {
  const own = 'hf_fake_token'
  expect(secretsInLine(nested(`x\n${own}`, 2), own)).toEqual({ secrets: [], hasOwn: true })
  expect(secretsInLine('{"a":"hf\\u005ffake_token"}', own).hasOwn).toBe(true)
  expect(secretsInLine('nothing', own).hasOwn).toBe(false)
})

it.each(['\\', '"', 'a', '-----BEGIN ', '\\u00'])(
  'eight megabytes of %j end in time',
  (sign) => {
    expect(kinds(sign.repeat(8_000_000 / sign.length))).toEqual([])
  },
  60_000,
)
