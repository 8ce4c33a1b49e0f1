import { describe, expect, it } from 'vitest'
import {
  cutWords,
  drawnForms,
  fileAt,
  findingsByMessage,
  nextFinding,
  pieceOf,
  spokenFinding,
  stripsShown,
} from '../../../src/renderer/example/logic/finding-places.ts'
import { reasonLines } from '../../../src/renderer/example/logic/reason-lines.ts'
import type { Finding, PatchFileSummary } from '../../../src/renderer/example/types.ts'

/** A finding in a message; null is one in the patch, undefined one about the run as a whole. */
function findingAt(messageIndex: number | null | undefined, quote = 'git log --all'): Finding {
  const at = messageIndex === undefined ? null : ({ messageIndex, field: 'content', call: null, start: 0, end: quote.length } as const)
  const said = { rule: 'git-history', version: 1, severity: 'high', check: 'git-history', isDropping: true, kind: 'exposed' } as const
  return { ...said, text: 'It shows history.', certainty: 'likely', at, quote, parts: [], bytes: null }
}

describe('findings by message', () => {
  it('keep their place in the walk, several to a message', () => {
    const byMessage = findingsByMessage([findingAt(undefined), findingAt(3), findingAt(3), findingAt(7), findingAt(null)])
    expect([...byMessage].map(([message, placed]) => [message, placed.map(({ index }) => index)])).toEqual([
      [3, [1, 2]],
      [7, [3]],
    ])
  })
})

describe('the next finding', () => {
  const findings = [findingAt(3), findingAt(3), findingAt(9), findingAt(null)]

  it('is the nearest one from the message being read, before any was pointed out', () => {
    expect(nextFinding(findings, null, 4, 1)).toBe(2)
    expect(nextFinding(findings, null, 4, -1)).toBe(1)
    expect(nextFinding(findings, null, 40, 1)).toBe(3)
    expect(nextFinding([findingAt(3)], null, 40, 1)).toBe(0)
  })

  it('goes one by one and around the ends afterwards, wherever one reads', () => {
    expect(nextFinding(findings, 0, 9, 1)).toBe(1)
    expect(nextFinding(findings, 3, 9, 1)).toBe(0)
    expect(nextFinding(findings, 0, 9, -1)).toBe(3)
  })

  it('is nowhere in a run without any', () => {
    expect(nextFinding([], null, 4, 1)).toBe(-1)
  })
})

describe('the forms a quote is looked for in', () => {
  it('are the text as it is, and without the escapes of JSON', () => {
    expect(drawnForms({ quote: 'echo \\"a\\"\\ngit log' })).toEqual(['echo \\"a\\"\\ngit log', 'echo "a"\ngit log'])
  })

  it('are one where both are the same or the text is no JSON', () => {
    expect(drawnForms({ quote: 'git log' })).toEqual(['git log'])
    expect(drawnForms({ quote: 'C:\\q "x"' })).toEqual(['C:\\q "x"'])
  })
})

describe('a finding that is pointed out', () => {
  const output = { what: 'output' as const, at: { messageIndex: 4, field: 'content' as const, call: null, start: 0, end: 3 }, quote: 'sha' }
  const finding = { ...findingAt(3), parts: [output] }

  it('is itself or a part of its evidence', () => {
    expect(pieceOf([finding], { index: 0, part: null })).toBe(finding)
    expect(pieceOf([finding], { index: 0, part: 0 })).toBe(output)
    expect(pieceOf([finding], { index: 1, part: null })).toBeUndefined()
  })

  it('is said with its place in the walk and in the run', () => {
    const said = { index: 2, count: 7, part: null, title: 'Git history' }
    expect(spokenFinding(finding, said)).toBe('Finding 3 of 7: Git history, message 3. It shows history.')
    expect(spokenFinding(finding, { ...said, part: 0 })).toBe('Finding 3 of 7: Git history, message 4')
    expect(spokenFinding(findingAt(null), said)).toContain('the patch')
    expect(spokenFinding(findingAt(undefined), said)).toContain('the run as a whole')
  })

  it('is drawn among the strips of its message, however many they are', () => {
    const placed = findingsByMessage(Array.from({ length: 30 }, () => findingAt(3))).get(3) ?? []
    expect(stripsShown(placed, null).map(({ index }) => index)).toEqual([0, 1, 2, 3])
    expect(stripsShown(placed, 20).map(({ index }) => index)).toEqual([0, 1, 2, 3, 20])
    expect(stripsShown(placed.slice(0, 5), null)).toHaveLength(5)
  })

  it('lies in the last file that begins before it', () => {
    const files = [0, 100, 300].map((start) => ({ start }) as PatchFileSummary)
    expect([0, 99, 100, 999].map((start) => fileAt(files, start))).toEqual([0, 0, 1, 2])
    expect(fileAt([], 5)).toBe(-1)
  })
})

describe('a quote that is not the whole piece', () => {
  it('says how much of it is there; what is masked does not', () => {
    const at = { messageIndex: 3, field: 'content', call: null, start: 10, end: 2010 } as const
    expect(cutWords({ at, quote: 'x'.repeat(400) })).toBe('the first 400 of 2,000 characters')
    expect(cutWords({ at: { ...at, end: 50 }, quote: 'ghp_••••••••J1' })).toBe('')
    expect(cutWords({ at: { ...at, end: 13 }, quote: 'abc' })).toBe('')
  })
})

describe('the reasons of a verdict', () => {
  const findings = [findingAt(3), { ...findingAt(4), rule: 'loops' }, { ...findingAt(5), isDropping: false }, findingAt(null)]

  it('know the findings that stand behind them', () => {
    const reasons = [
      { rule: 'git-history', text: '2 commands' },
      { rule: 'token-limit', text: 'too long' },
    ]
    expect(reasonLines(reasons, findings).map((line) => line.findings)).toEqual([[0, 3], []])
  })

  it('have none behind them when the rule could not be asked', () => {
    expect(reasonLines([{ rule: 'git-history', text: 'stopped', isFault: true }], findings)[0]?.findings).toEqual([])
  })
})
