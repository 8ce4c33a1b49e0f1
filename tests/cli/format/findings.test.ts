import { describe, expect, it } from 'vitest'
import type { Finding } from '#record'
import { countFindings, formatFindings } from '../../../src/cli/format/findings.ts'

const finding: Finding = {
  rule: 'no-git-history',
  version: 1,
  severity: 'high',
  check: 'git-history',
  isDropping: true,
  kind: 'banned',
  text: 'Reads all history: git log --all.',
  certainty: 'certain',
  at: { messageIndex: 12, field: 'arguments', call: 1, start: 1_020, end: 1_033 },
  quote: 'git log --all',
  bytes: { start: 1_020, end: 1_033 },
  parts: [
    { what: 'output', at: { messageIndex: 13, field: 'content', call: null, start: 0, end: 20 }, quote: 'commit abc\n\u001b[2Jfix' },
    { what: 'patch', at: { messageIndex: null, field: 'patch', call: null, start: 5, end: 9 }, quote: '+fix' },
  ],
}
const aboutTheRun: Finding = {
  ...finding,
  rule: 'loops',
  severity: 'low',
  isDropping: false,
  text: 'A stall.',
  at: null,
  quote: '',
  parts: [],
}

describe('findings in a terminal', () => {
  it('stand each with its weight, its place, the text there, and what belongs to it', () => {
    expect(formatFindings({ findings: [finding, aboutTheRun], leftOut: 0, faults: [] })).toBe(
      [
        'no-git-history  high  certain  drops the example',
        '  Reads all history: git log --all.',
        '  message 12, arguments of call 1, 1,020 to 1,033',
        '  | git log --all',
        '    output in message 13, content, 0 to 20',
        '    | commit abc',
        '    | \\u001b[2Jfix',
        '    patch, 5 to 9',
        '    | +fix',
        '',
        'loops  low  certain',
        '  A stall.',
      ].join('\n'),
    )
  })

  it('end with what is not told and what came to no end', () => {
    const faults = [{ check: 'loops', text: 'Loops took longer than 10 s' }]
    expect(formatFindings({ findings: [], leftOut: 0, faults })).toBe('nothing found\n\nfault: Loops took longer than 10 s')
    expect(formatFindings({ findings: [aboutTheRun], leftOut: 1_200, faults: [] })).toMatch(/\n\nand 1,200 more$/)
  })

  it('are counted in one line', () => {
    const faults = [{ check: 'loops', text: 'Loops took longer than 10 s' }]
    expect(countFindings({ findings: [finding, aboutTheRun], leftOut: 0, faults })).toBe(
      '2 findings, 1 of them drops the example, 1 check without an end',
    )
    expect(countFindings({ findings: [], leftOut: 0, faults: [] })).toBe('0 findings')
  })
})
