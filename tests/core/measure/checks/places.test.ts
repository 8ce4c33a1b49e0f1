import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '#measure'
import type { Call, Example } from '#record'
import { buildCall, buildExample, type MessageSketch } from '../../../support/examples.ts'
import { misplaced } from '../../../support/findings.ts'
import { parseExample } from '../../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

const checks = CHECKS.filter(({ id }) => ['call-form', 'loops', 'environment', 'patch-paths', 'claims'].includes(id))

/** Pieces that checks look for, and pieces that break texts: pairs, half pairs, escapes, line ends. */
const PIECES = [
  ...[
    'All tests pass.',
    'I have fixed the bug!',
    'not',
    '```\n',
    'THOUGHT: ',
    '\n',
    '\r\n',
    '. ',
    '\\n',
    '\\"',
    '\\u2705',
    '🙂',
    '\ud83d',
    'é',
  ],
  ...['OBSERVATION:\n', 'EXECUTION TIMED OUT\n', '[Command timed out after 3 seconds.]', '<exception>x</exception>', 'litellm.APIError: x'],
  ...[
    'diff --git a/tests/t.py b/tests/t.py\n',
    '--- a/t\n',
    '+++ b/test_x.py\n',
    '@@ -1 +1 @@\n',
    '-x\n',
    '+y\n',
    'new file mode 100644\n',
  ],
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))

const call: fc.Arbitrary<Call> = fc
  .record({ words: text, kind: fc.constantFrom('shell', 'finish', 'think'), failed: fc.boolean() })
  .map(({ words, kind }) => {
    const act =
      kind === 'shell'
        ? ({ kind, command: 'make' } as const)
        : kind === 'think'
          ? ({ kind, thought: '' } as const)
          : ({ kind: 'finish' } as const)
    return buildCall(act, { argumentsText: words, arguments: null })
  })

/** Turns with calls and their answers in order, a few answers missing, a few unasked. */
const messages = fc
  .array(
    fc.record({ content: text, calls: fc.array(call, { maxLength: 2 }), answer: text, isAnswered: fc.boolean(), isError: fc.boolean() }),
    { maxLength: 10 },
  )
  .map((turns) => {
    const all: MessageSketch[] = []
    for (const { content, calls, answer, isAnswered, isError } of turns) {
      const messageIndex = all.length
      const first = calls.length > 0 ? { messageIndex, callIndex: 0 } : null
      all.push({ content, calls: calls.map((one, at) => ({ ...one, resultIndex: isAnswered && at === 0 ? messageIndex + 1 : null })) })
      if (isAnswered) all.push({ role: 'tool', content: answer, result: { call: first, exitCode: null, isError, isTruncated: false } })
    }
    return all
  })

const examples: fc.Arbitrary<Example> = fc
  .record({
    messages,
    patch: text,
    harness: fc.constantFrom('openhands', 'sweagent', 'minisweagent', null),
    resolved: fc.constantFrom(0, 1, -1),
  })
  .map(({ resolved, ...known }) => buildExample({ ...known, resolved: resolved as Example['resolved'], tools: [{ name: 'finish' }] }))

describe.each(checks.map((check) => [check.id, check] as const))('evidence of %s', (_, check) => {
  it('lies in its text and quotes it, whatever the run', () => {
    fc.assert(
      fc.property(examples, (example) => misplaced(check, example).length === 0),
      { numRuns: 150 },
    )
  })
})

const runs = sharedFiles('messages-r3').flatMap((file) => sharedRows(file).map((value, row) => parseExample(value, { file, row })))

describe.skipIf(!hasSharedData)(hasSharedData ? 'evidence in real runs' : 'evidence in real runs (skipped: no ../shared/data)', () => {
  it('lies in its text and quotes it', () => {
    expect(runs.flatMap((run) => checks.flatMap((check) => misplaced(check, run)))).toEqual([])
  })
})
