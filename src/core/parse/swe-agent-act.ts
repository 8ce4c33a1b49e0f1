import type { CallAct, JsonObject } from '#record'
import { textField } from './json-fields.ts'

/**
 * What one of SWE-agent's own commands does, given as arguments (`{"path": ...}`) or as a command line (`edit 4:4\n...\nend_of_edit`).
 * `edit` and `insert` are about the open file; with none open they are `other`.
 */
export function sweAgentAct(name: string, given: JsonObject, openFile: string | null): CallAct {
  const line = textField(given.command)
  switch (name) {
    case 'open':
      return view(textField(given.path) ?? wordOf(line))
    case 'create': {
      const path = textField(given.filename) ?? textField(given.path) ?? wordOf(line)
      return path === null ? OTHER : { kind: 'edit', path, change: { kind: 'create', text: '' } }
    }
    case 'goto':
    case 'scroll_up':
    case 'scroll_down':
      return view(openFile)
    case 'edit':
      return edit(given, line, openFile)
    case 'insert':
      return openFile === null
        ? OTHER
        : {
            kind: 'edit',
            path: openFile,
            change: { kind: 'insert', line: Number(given.line ?? 0) || 0, text: textField(given.text) ?? '' },
          }
    default:
      return OTHER
  }
}

const OTHER: CallAct = { kind: 'other' }
const END_OF_EDIT = 'end_of_edit'

function view(path: string | null): CallAct {
  return path === null ? OTHER : { kind: 'view', path }
}

/** An edit by line range does not say what it replaces: `before` is then ''. */
function edit(given: JsonObject, line: string | null, openFile: string | null): CallAct {
  if (openFile === null) return OTHER
  const range = line === null ? null : /^\s*edit\s+\d+:\d+[^\n]*\n/.exec(line)
  if (line !== null && range) {
    const body = line.slice(range[0].length).trimEnd()
    const text = body.endsWith(END_OF_EDIT) ? body.slice(0, -END_OF_EDIT.length).replace(/\n$/, '') : body
    return { kind: 'edit', path: openFile, change: { kind: 'replace', before: '', after: text } }
  }
  const after = given.replace ?? given.replacement_text
  if (typeof after !== 'string') return OTHER
  return { kind: 'edit', path: openFile, change: { kind: 'replace', before: textField(given.search) ?? '', after } }
}

function wordOf(line: string | null): string | null {
  const match = line === null ? null : /^\s*\S+\s+(?:"([^"\n]+)"|'([^'\n]+)'|(\S+))/.exec(line)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null
}
