import type { CallAct, EditChange, JsonObject } from '#record'
import { textField } from './json-fields.ts'

/** What a `str_replace_editor` call does: OpenHands and SWE-agent share this tool. */
export function editorAct(given: JsonObject): CallAct {
  const path = textField(given.path)
  if (path === null) return { kind: 'other' }
  if (given.command === 'view') return { kind: 'view', path }
  const change = changeOf(given)
  return change === null ? { kind: 'other' } : { kind: 'edit', path, change }
}

function changeOf(given: JsonObject): EditChange | null {
  switch (given.command) {
    case 'create':
      return { kind: 'create', text: asText(given.file_text) }
    case 'str_replace':
      return { kind: 'replace', before: asText(given.old_str), after: asText(given.new_str) }
    case 'insert':
      return { kind: 'insert', line: Number(given.insert_line ?? 0) || 0, text: asText(given.new_str) }
    case 'undo_edit':
      return { kind: 'undo' }
    default:
      return null
  }
}

function asText(value: JsonObject[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}
