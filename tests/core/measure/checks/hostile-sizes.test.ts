import { describe, expect, it } from 'vitest'
import { CHECKS, subjectOf } from '#measure'
import type { CallAct, Example } from '#record'
import { buildCall, buildExample, type MessageSketch } from '../../../support/examples.ts'

/** A hang would be minutes; a busy machine is seconds. */
const BOUND = 20_000

const checks = CHECKS.filter(({ id }) => ['call-form', 'loops', 'environment', 'patch-paths', 'claims'].includes(id))

/** Milliseconds the checks take on an example, with their numbers. */
function spentOn(example: Example): number {
  const subject = subjectOf(example)
  const start = performance.now()
  for (const check of checks) {
    const evidence = check.find(subject)
    for (const measure of check.measures) measure.compute(evidence, subject)
  }
  return performance.now() - start
}

const shell = (command: string): CallAct => ({ kind: 'shell', command })

function longRun(count: number, commandAt: (at: number) => string): MessageSketch[] {
  const messages: MessageSketch[] = []
  for (let at = 0; at < count; at += 2) {
    const result = { call: { messageIndex: at, callIndex: 0 }, exitCode: null, isError: true, isTruncated: false }
    messages.push({ calls: [buildCall(shell(commandAt(at)), { resultIndex: at + 1 })] }, { role: 'tool', content: `took 0.${at}s`, result })
  }
  return messages
}

describe('checks of 100,000 messages', () => {
  it.each<[string, MessageSketch[]]>([
    ['all the same', longRun(100_000, () => 'ls')],
    ['in turns', longRun(100_000, (at) => (at % 4 === 0 ? 'ls' : 'pwd'))],
    ['of words', Array.from({ length: 100_000 }, () => ({ content: 'All tests pass.' }))],
    ['in one turn', [{ calls: Array.from({ length: 50_000 }, () => buildCall({ kind: 'other' }, { name: 'nope' })) }]],
  ])('%s come to an end', (_, messages) => {
    expect(spentOn(buildExample({ harness: 'openhands', messages, tools: [{ name: 'execute_bash' }] }))).toBeLessThan(BOUND)
  })
})

describe('checks of texts of 20 MB', () => {
  it.each(['a', ' ', '\n', '.', '\\', '```\n', 'all tests ', '"exception_info": "', '[Command ', 'diff --git a/x b/x\n', '--- a\n'])(
    'of %j come to an end',
    (unit) => {
      const big = unit.repeat(20_000_000 / unit.length)
      const answered = { call: { messageIndex: 0, callIndex: 0 }, exitCode: null, isError: true, isTruncated: false }
      const messages = [
        { calls: [buildCall({ kind: 'other' }, { argumentsText: big, resultIndex: 1 })] },
        { role: 'tool', content: big, result: answered },
        { content: big, calls: [buildCall({ kind: 'finish' }, { argumentsText: big })] },
      ]
      expect(spentOn(buildExample({ messages, patch: big }))).toBeLessThan(BOUND)
    },
  )
})
