import type { Interpreter } from '@huggingface/jinja'

/** A value of the template language. */
export type Value = ReturnType<Interpreter['evaluate']>

/** A value as Python's `str` writes it. */
export function pythonText(value: Value): string {
  return value.type === 'StringValue' ? String(value.value) : pythonRepr(value)
}

function pythonRepr(value: Value): string {
  if (value.type === 'StringValue') return quoted(String(value.value))
  if (value.type === 'BooleanValue') return value.value ? 'True' : 'False'
  if (value.type === 'NullValue') return 'None'
  if (value.type === 'UndefinedValue') return ''
  if (Array.isArray(value.value)) return `[${value.value.map(pythonRepr).join(', ')}]`
  if (value.value instanceof Map && value.type === 'ObjectValue') {
    return `{${[...value.value].map(([key, one]) => `${quoted(key)}: ${pythonRepr(one)}`).join(', ')}}`
  }
  return value.toString()
}

const ESCAPES = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** Single quotes, unless there are such in it and no double ones; printable characters stand for themselves. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = Array.from(text, escapedChar).join('')
  return `${quote}${quote === "'" ? escaped.replaceAll("'", "\\'") : escaped}${quote}`
}

function escapedChar(char: string): string {
  const code = char.charCodeAt(0)
  return ESCAPES.get(char) ?? (code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : char)
}
