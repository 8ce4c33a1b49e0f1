import type { JsonObject } from '#record'
import type { KnownHarness } from './harness-names.ts'
import { at, listField } from './json-fields.ts'
import { textOf } from './text-of.ts'

/**
 * The harness by its handwriting, for rows whose place and fields name none: the names of the tools called, else the form of the
 * observations. Null when neither is telling.
 */
export function guessHarness(items: JsonObject[]): KnownHarness | null {
  const names = new Set(items.flatMap((item) => (listField(item.tool_calls) ?? []).map((call) => at(call, 'function', 'name'))))
  if (names.has('execute_bash') || names.has('finish')) return 'openhands'
  if (names.has('submit') || (names.has('bash') && names.has('str_replace_editor'))) return 'sweagent'
  for (const item of items) {
    const head = textOf(item.content).slice(0, 200)
    if (item.role === 'assistant' && /<function=(?:execute_bash|finish)|<execute_(?:bash|ipython)>/.test(head)) return 'openhands'
    if ((item.role === 'user' || item.role === 'tool') && /^\s*(?:<returncode>|\{\s*"returncode")/.test(head)) return 'minisweagent'
    if (item.role === 'user' && /\(Open file: [^\n]*\)\n\(Current directory: /.test(textOf(item.content).slice(-600))) return 'sweagent'
  }
  return null
}
