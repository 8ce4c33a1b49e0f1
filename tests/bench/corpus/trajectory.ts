import type { Combination } from './corpus-options.ts'
import { mix, pick } from './pick.ts'

/** Stands in the first user turn for the number of the row, eight digits. */
export const STAMP = '@00000000'

/** The stamp of a row. */
export function stampOf(n: number): string {
  return `@${String(n).padStart(8, '0')}`
}

/** What all rows of a combination have in common: everything large. */
export interface LargeColumns {
  messages: { role: string; content: string; reasoning_content: string | null; tool_calls: Call[] | null }[]
  /** JSON texts. */
  tools: string[]
  metadata: { reference_patch: { patch: string }; model_patch: { patch: string } }
}

interface Call {
  function: { arguments: string; name: string }
  id: string
  type: 'function'
}

const TURNS = 12
const WORDS = 'the list is empty when a test calls parse with none of its arguments set and returns early from close'.split(' ')
const TOOLS = { openhands: ['execute_bash', 'str_replace_editor', 'think', 'finish'], sweagent: ['bash', 'str_replace_editor', 'submit'] }

/** A whole run: look around, and finish. Its contents are `bodyBytes` of text, nearly all of it tool results. */
export function largeColumns({ harness }: Combination, bodyBytes: number, seed: number): LargeColumns {
  const [shell, ...others] = TOOLS[harness]
  const look = Array.from({ length: TURNS }, (_, turn) => [
    assistant(turn, 'I look at the next file.', shell ?? '', { command: `cat src/module_${turn}.py` }),
    said('tool', (harness === 'sweagent' ? 'OBSERVATION:\n' : '') + prose(Math.floor(bodyBytes / TURNS) - 40, seed + turn)),
  ])
  const end = assistant(TURNS, 'Done.', others.at(-1) ?? '', {})
  const asked = said('user', `Task ${STAMP}: parse fails when the list is empty. Fix it.`)
  return {
    messages: [said('system', 'You fix what an issue describes.'), asked, ...look.flat(), end],
    tools: TOOLS[harness].map(toolOf),
    metadata: { reference_patch: { patch: patchOf(60, seed) }, model_patch: { patch: patchOf(80, seed + 1) } },
  }
}

function said(role: string, content: string): LargeColumns['messages'][number] {
  return { role, content, reasoning_content: null, tool_calls: null }
}

function assistant(turn: number, thought: string, name: string, given: object): LargeColumns['messages'][number] {
  const call: Call = { function: { arguments: JSON.stringify(given), name }, id: `call_${turn}`, type: 'function' }
  return { role: 'assistant', content: '', reasoning_content: thought, tool_calls: [call] }
}

function toolOf(name: string): string {
  const parameters = {
    type: 'object',
    properties: { command: { type: 'string', description: prose(300, mix(name.length)) } },
    required: [],
  }
  return JSON.stringify({ type: 'function', function: { name, description: prose(200, name.length), parameters } })
}

/** A diff as git writes it that adds so many lines to one file. */
function patchOf(lines: number, seed: number): string {
  const added = Array.from({ length: lines }, (_, at) => `+    ${prose(40, seed * 1000 + at)}\n`).join('')
  const head = 'diff --git a/src/parse.py b/src/parse.py\n--- a/src/parse.py\n+++ b/src/parse.py\n'
  return `${head}@@ -1,1 +1,${lines + 1} @@\n def parse(items):\n${added}`
}

/** Words and numbers, `length` characters of them. */
function prose(length: number, seed: number): string {
  const parts: string[] = []
  for (let at = 0, size = 0; size < length; at++) {
    const part = `${pick(WORDS, seed, at)} ${mix(seed, at, 1) % 10_000} `
    parts.push(part)
    size += part.length
  }
  return parts.join('').slice(0, length)
}
