import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { JsonObject } from '#record'
import { buildCall, buildMessage, buildR1 } from './rows.ts'

/** What would happen if any of it ran: a dialog, a request, a new title. */
const MARKUP = [
  '<script>alert(1)</script>',
  '<img src="http://attacker.invalid/pixel" onerror="document.title = \'owned\'; alert(2)">',
  '<svg/onload=alert(3)><iframe srcdoc="<script>parent.alert(4)</script>"></iframe>',
  '<a href="javascript:alert(5)">look</a> ![image](http://attacker.invalid/markdown) [link](javascript:alert(6))',
].join('\n')

/** Colours, a title change, a cursor move and a link, as terminals would take them. */
const ANSI = '\u001b[31mred words\u001b[0m \u001b]0;owned\u0007 \u001b[2J \u001b]8;;http://attacker.invalid/ansi\u0007here\u001b]8;;\u0007'

/** Marks that turn text round or hide in it, and halves of characters. */
const MARKS = 'before\u202eesrever\u202c \u2066isolate\u2069 zero\u200bwidth nul\u0000end half\ud83dend'

/** Characters in the one message that is too long. */
export const HUGE_MESSAGE = 20 * 1024 * 1024
/** Lines in the one patch that is too long. */
export const HUGE_PATCH = 1_000_000
/** Messages in the one run that is too long. */
export const LONG_RUN = 3_000

/** The rows, by what is wrong with them. The name is the instance's. */
export const HOSTILE = {
  markup: `<img src=x onerror=alert(7)>-1`,
  hugeMessage: 'huge-message-1',
  hugePatch: 'huge-patch-1',
  longRun: 'long-run-1',
} as const

/** Writes the rows as JSON lines. */
export async function writeHostileRows(path: string): Promise<void> {
  const file = createWriteStream(path)
  for (const text of [markupRow(), ...[hugeMessageRow(), hugePatchRow(), longRunRow()].map((row) => JSON.stringify(row))]) {
    file.write(`${text}\n`)
  }
  file.end()
  await finished(file)
}

/** Written as text, since an object literal's `__proto__` is not a key. */
function markupRow(): string {
  const evil = '{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}}'
  const text = `${MARKUP}\n${ANSI}\n${MARKS}`
  const path = '<img src=x onerror=alert(8)>\u202eyp.exe'
  const row = buildR1({
    instance_id: HOSTILE.markup,
    trajectory_id: 'hostile-markup',
    repo: '<b onmouseover=alert(9)>owner</b>/repo',
    language: '<i>html</i>',
    trajectory: [
      buildMessage('system', text),
      buildMessage('user', text),
      buildMessage('assistant', text, {
        reasoning_content: text,
        tool_calls: [buildCall('execute_bash', { command: `echo "${MARKUP}"` })],
      }),
      buildMessage('tool', text, { evil: 'EVIL' }),
      buildMessage('assistant', '', { tool_calls: [buildCall('str_replace_editor', { command: 'create', path, file_text: text })] }),
      buildMessage('tool', MARKS),
      buildMessage('assistant', '', { tool_calls: [buildCall(MARKUP, 'EVIL')] }),
      buildMessage('<script>alert(10)</script>', text),
    ],
    model_patch: `diff --git a/page.html b/page.html\n--- a/page.html\n+++ b/page.html\n@@ -1,1 +1,4 @@\n-old\n+${MARKUP.split('\n').join('\n+')}\n`,
    metadata: { category: MARKUP, evil: 'EVIL' },
  })
  return JSON.stringify(row).replaceAll('"EVIL"', evil)
}

function hugeMessageRow(): JsonObject {
  const line = 'the quick brown fox jumps over the lazy dog 0123456789 and so on\n'
  const content = line.repeat(Math.ceil(HUGE_MESSAGE / line.length)).slice(0, HUGE_MESSAGE)
  const trajectory = [
    buildMessage('user', 'Read the log.'),
    buildMessage('assistant', '', { tool_calls: [buildCall('execute_bash', { command: 'cat log' })] }),
    buildMessage('tool', content),
    buildMessage('assistant', 'Done.'),
  ]
  return buildR1({ instance_id: HOSTILE.hugeMessage, trajectory_id: 'hostile-message', trajectory })
}

function hugePatchRow(): JsonObject {
  const lines = Array.from({ length: HUGE_PATCH }, (_, i) => `+line ${i}`).join('\n')
  const patch = `diff --git a/big.txt b/big.txt\nnew file mode 100644\n--- /dev/null\n+++ b/big.txt\n@@ -0,0 +1,${HUGE_PATCH} @@\n${lines}\n`
  return buildR1({ instance_id: HOSTILE.hugePatch, trajectory_id: 'hostile-patch', model_patch: patch })
}

function longRunRow(): JsonObject {
  const turn = (i: number): JsonObject[] => [
    buildMessage('assistant', `Step ${i}`, { tool_calls: [buildCall('execute_bash', { command: `echo ${i}` })] }),
    buildMessage('tool', `${i}\n`.repeat(1 + (i % 30))),
  ]
  const trajectory = Array.from({ length: LONG_RUN / 2 }, (_, i) => turn(i)).flat()
  return buildR1({ instance_id: HOSTILE.longRun, trajectory_id: 'hostile-run', trajectory })
}
