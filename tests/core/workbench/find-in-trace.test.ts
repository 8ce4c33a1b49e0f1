import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFault } from '#record'
import { findInTrace } from '../../../src/core/workbench/find-in-trace.ts'
import { patternFinder } from '../../../src/core/workbench/find-pattern.ts'
import { buildCall, buildMessage, buildR1, buildTurn, parseExample } from '../../support/rows.ts'

const RUN = parseExample(
  buildR1({
    trajectory: [
      buildMessage('system', 'Be brief.'),
      buildMessage('user', 'Fix foo_1 and Foo_22 😀 foo_3.'),
      buildTurn(buildCall('execute_bash', { command: 'grep foo_1 a.py' })),
      buildMessage('tool', 'foo_1 = 1\nfoo_2 = 2\n'),
    ],
  }),
)

const matchesOf = async (query: string, more: { isRegex?: boolean; isCaseSensitive?: boolean; roles?: string[] } = {}) =>
  (await findInTrace(RUN, { query, ...more })).hits.map(({ message, match }) => `${message} ${match}`)

const faultOf = (query: string) => findInTrace(RUN, { query, isRegex: true }).then(() => null, toFault)

/** What a pattern finds in a text, as [offset, length]. */
function found(query: string, text: string): [number, number][] {
  return [...patternFinder(query, true)(text)].flatMap((hit) => (hit ? [[hit.offset, hit.length] satisfies [number, number]] : []))
}

describe('finding in a trace', () => {
  it('takes a text as it stands, ignoring case unless asked', async () => {
    expect(await matchesOf('FOO_')).toHaveLength(6)
    expect(await matchesOf('Foo_', { isCaseSensitive: true })).toEqual(['1 Foo_'])
    expect(await matchesOf('foo.')).toEqual([])
  })

  it('takes a pattern, with lines at ^ and $', async () => {
    expect(await matchesOf('foo_\\d+', { isRegex: true })).toEqual(['1 foo_1', '1 Foo_22', '1 foo_3', '2 foo_1', '3 foo_1', '3 foo_2'])
    expect(await matchesOf('^foo_\\d', { isRegex: true, isCaseSensitive: true })).toEqual(['3 foo_1', '3 foo_2'])
    expect(await matchesOf('q*', { isRegex: true })).toEqual([])
  })

  it('looks in the messages of the roles asked for', async () => {
    expect(await matchesOf('foo_1', { roles: ['tool', 'assistant'] })).toEqual(['2 foo_1', '3 foo_1'])
    expect(await matchesOf('foo_1', { roles: [] })).toEqual([])
  })

  it('tells offsets in UTF-16 units', async () => {
    const { hits } = await findInTrace(RUN, { query: 'foo_3', isRegex: true })
    expect(hits[0]?.offset).toBe(RUN.messages[1]?.content.indexOf('foo_3'))
  })

  it.each([
    ['(', 'missing closing ): ('],
    ['ab[z-a]', 'invalid character class range at character 4: z-a'],
    ['a(?=b)', 'at character 2: (?='],
    ['a{2000}', 'invalid repeat count at character 2: {2000}'],
  ])('says where the mistake in %s is', async (query, mistake) => {
    expect(await faultOf(query)).toMatchObject({ kind: 'bad-input', message: expect.stringContaining(mistake) })
  })

  it('refuses a pattern too large to be quick', async () => {
    expect(await faultOf('(?:\\pL{1,100}){10}'.repeat(20))).toMatchObject({
      kind: 'bad-input',
      message: expect.stringContaining('too large'),
    })
  })

  it('finds over the ends of its windows what it finds in one go', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120_000 }), { maxLength: 8 }), fc.constantFrom('é', '😀', 'b\n'), (gaps, filling) => {
        const text = gaps.map((gap) => `${filling.repeat(gap / filling.length)}x${'ab'.repeat((gap % 1000) + 1)}x\n`).join('')
        const all = [...text.matchAll(/x(?:ab)+x$/gm)].map((match) => [match.index, match[0].length])
        expect(found('x(?:ab)+x$', text)).toEqual(all)
      }),
      { numRuns: 30 },
    )
  })

  it('finds one match in a single line longer than any window, and does not take a window for a line', () => {
    const line = 'a'.repeat(700_000)
    expect(found('a+', line)).toEqual([[0, 700_000]])
    expect(found('^a', line)).toEqual([[0, 1]])
    expect(found('a$', line)).toEqual([[699_999, 1]])
    expect(found('\\ba', line)).toEqual([[0, 1]])
  })

  it('counts up to a million and lists a thousand', async () => {
    const long = parseExample(buildR1({ trajectory: [buildMessage('user', 'a'.repeat(1_100_000)), buildMessage('assistant', 'done')] }))
    for (const isRegex of [true, false]) {
      const { hits, total } = await findInTrace(long, { query: 'a', isRegex })
      expect([hits.length, total]).toEqual([1_000, 1_000_000])
    }
  })
})
