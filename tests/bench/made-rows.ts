import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '#record'

/** Rows of one file: a folder of several is read file after file. */
const ROWS_PER_FILE = 10_000

const WORDS =
  'parser token index value error buffer schema handler request cache stream config node edge vector module import return async yield lambda state event queue worker thread socket header column row patch branch commit merge test suite fixture assert expect mock'.split(
    ' ',
  )
const LANGUAGES = ['python', 'go', 'typescript', 'rust', 'java']
const TURNS = 6

/** Writes complete rows of the current release, 5 to 7 kB each and no two alike, as JSON Lines into a folder. Another seed gives other rows. */
export async function writeMadeRows(folder: string, rows: number, { seed = 0 } = {}): Promise<void> {
  for (let from = 0; from < rows; from += ROWS_PER_FILE) {
    const out = createWriteStream(join(folder, `made-${String(from).padStart(7, '0')}.jsonl`))
    for (let row = from; row < Math.min(rows, from + ROWS_PER_FILE); row++) {
      if (!out.write(`${JSON.stringify(madeRow(seed * 1_000_000 + row))}\n`)) await once(out, 'drain')
    }
    out.end()
    await once(out, 'close')
  }
}

/** A row like no other: some 400 bytes a turn, and 1.5 kB around. */
export function madeRow(number: number, count = TURNS): JsonObject {
  const next = randomFrom(number)
  const file = `src/${word(next)}_${word(next)}.py`
  const turns = Array.from({ length: count }, (_, turn) => madeTurn(turn, file, next)).flat()
  const patch = madePatch(file, next)
  return {
    instance_id: `made__${word(next)}-${number}`,
    trajectory_id: `made-${number}-${Math.floor(next() * 2 ** 32).toString(16)}`,
    repo: `made/${word(next)}`,
    license: 'MIT',
    language: LANGUAGES[number % LANGUAGES.length] ?? 'python',
    resolved: (number % 3) - 1,
    tools: [JSON.stringify({ type: 'function', function: { name: 'execute_bash', parameters: {} } })],
    messages: [message('system', prose(60, next)), message('user', prose(120, next)), ...turns],
    metadata: {
      category: 'bug-fix',
      model_patch: { patch },
      reference_patch: { patch: number % 2 === 0 ? patch : madePatch(file, next) },
      teacher_model: { name: `made-${number % 2}`, enable_thinking: number % 4 === 0 },
    },
  }
}

function madeTurn(turn: number, file: string, next: () => number): JsonObject[] {
  const commands = [
    `grep -rn "${word(next)}" src`,
    `sed -i 's/${word(next)}/${word(next)}/' ${file}`,
    `python -m pytest tests/test_${word(next)}.py -x`,
  ]
  const call = {
    id: `call-${turn}`,
    type: 'function',
    function: { name: 'execute_bash', arguments: JSON.stringify({ command: commands[turn % 3] }) },
  }
  const failed = next() < 0.2 ? 1 : 0
  const answer = `${code(12, next)}\n[The command completed with exit code ${failed}.]`
  return [{ ...message('assistant', prose(15, next)), reasoning_content: prose(25, next), tool_calls: [call] }, message('tool', answer)]
}

function message(role: string, content: string): JsonObject {
  return { role, content, reasoning_content: null, tool_calls: null }
}

function madePatch(file: string, next: () => number): string {
  const at = 1 + Math.floor(next() * 300)
  const lines = Array.from({ length: 4 }, () => `-${code(1, next)}\n+${code(1, next)}`)
  return `diff --git a/${file} b/${file}\n--- a/${file}\n+++ b/${file}\n@@ -${at},4 +${at},4 @@\n${lines.join('\n')}\n`
}

function prose(words: number, next: () => number): string {
  return Array.from({ length: words }, () => word(next)).join(' ')
}

function code(lines: number, next: () => number): string {
  return Array.from({ length: lines }, () => `    ${word(next)}_${word(next)} = ${word(next)}(${Math.floor(next() * 10_000)})`).join('\n')
}

function word(next: () => number): string {
  return WORDS[Math.floor(next() * WORDS.length)] ?? ''
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (Numerical Recipes, ch. 7). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
