import { expect, test } from 'vitest'
import { formatAlignment, formatAttempts, formatPairs } from '../../../src/cli/format/siblings.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'

const call = (command: string, isError = false) => ({
  messageIndex: 0,
  callIndex: 0,
  same: 0,
  name: 'bash',
  act: { kind: 'shell' as const, command },
  isError,
  isEdit: false,
  isTest: false,
  tests: null,
})

test('attempts are a table with what would be picked below', () => {
  const attempts = [
    buildExampleRow({ id: 'b', decision: 'accept', verdict: 'keep' }),
    buildExampleRow({ id: 'a', resolved: 0, isDisputed: true }),
  ]
  expect(formatAttempts({ instanceId: 'i', attempts, total: 5, suggestion: { id: 'b', text: 'the shortest' } })).toBe(
    [
      'id  harness    model        label     tokens  recipe  decision',
      'b   openhands  minimax_m25  resolved   1,000  keep    accept',
      'a   openhands  minimax_m25  failed     1,000          in dispute',
      'and 3 more',
      'suggested: b, the shortest',
    ].join('\n'),
  )
})

test('calls stand side by side, and the line they part on is marked', () => {
  const runs = [
    { id: 'one', calls: [call('ls'), call('pytest', true)] },
    { id: 'two', calls: [call('ls'), call('cat a')] },
  ]
  const lines = [
    [0, 0],
    [1, null],
    [null, 1],
  ]
  expect(formatAlignment({ runs, lines, firstDivergence: 1 })).toBe(
    [
      'line     one              two',
      '   1     ls               ls',
      '   2  >  pytest (failed)',
      '   3                      cat a',
      'They part at line 2.',
    ].join('\n'),
  )
  expect(formatAlignment({ runs: [], lines: [], firstDivergence: null })).toContain('They make the same calls.')
})

test('pairs are a table, and none is said', () => {
  const pair = { chosen: 'a', rejected: 'b', instanceId: null, reviewer: 'ana', time: 't', seq: 1, reason: null, note: null }
  expect(formatPairs([pair])).toContain('1 pair')
  expect(formatPairs([])).toBe('no pairs')
})
