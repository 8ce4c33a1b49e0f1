import { describe, expect, it } from 'vitest'
import { drawnForms, findingsByMessage, nextFinding } from '../../../src/renderer/example/logic/finding-places.ts'
import type { Finding } from '../../../src/renderer/example/types.ts'

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
