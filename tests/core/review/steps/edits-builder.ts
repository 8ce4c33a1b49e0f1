import type { Example, ExampleEdits, Redaction, TextPlace } from '#record'
import { buildCall, buildExample, turn } from '../../../support/examples.ts'

/** A run in which a name stands in every kind of text: prose, thoughts, JSON arguments and a patch. */
export const NAMED: Example = buildExample({
  contentHash: 'now',
  messages: [
    { role: 'system', content: 'You help Ada.' },
    { role: 'user', content: 'Ada says: fix it.' },
    {
      reasoning: 'Ada wants it fixed',
      content: 'I look for "Ada".',
      calls: [
        buildCall(
          { kind: 'shell', command: 'grep "Ada"\n# é' },
          { argumentsText: '{"command": "grep \\"Ada\\"\\n# \\u00e9"}', arguments: { command: 'grep "Ada"\n# é' }, resultIndex: 3 },
        ),
      ],
    },
    {
      role: 'tool',
      content: 'a.py: Ada',
      result: { call: { messageIndex: 2, callIndex: 0 }, exitCode: 0, isError: false, isTruncated: false },
    },
    ...turn(4, { kind: 'think', thought: 'hm' }),
    { content: 'Done, Ada.' },
  ],
  patch: 'diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-Ada = 1\n+Ada = 2\n keep\n',
})

/** Edits about {@link NAMED}'s bytes. */
export function edits(known: Partial<ExampleEdits>): ExampleEdits {
  return { masked: [], cutAfter: null, redactions: [], contentHash: 'now', ...known }
}

/** A redaction at a place. */
export function redaction(
  field: TextPlace['field'],
  messageIndex: number | null,
  span: [number, number],
  { call = null, replacement = '[name]' }: { call?: number | null; replacement?: string } = {},
): Redaction {
  return { at: { messageIndex, field, call, start: span[0], end: span[1] }, replacement }
}
