import type { Example, Message } from '#record'

/** Python's `\s`, and the four letters beyond ASCII that its ignore-case matching adds to a-z (two of them to i). */
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const FUNCTION_TAG = new RegExp(`<funct[i\\u0130\\u0131]on${SPACE}*=${SPACE}*([a-zA-Z0-9_\\-\\u0130\\u0131\\u017f\\u212a]+)`, 'giu')
const EXECUTE_TAG = /<(execute_[a-z\u0130\u0131\u017f\u212a]+)>/giu
const SHELL_FENCE = /```(?:bash|sh|shell)(?![\p{L}\p{N}_])/iu

/**
 * Uses a tool name, the seed tutorial's way: structured calls and named tool messages, plus tags and shell fences in assistant text
 * (lower case; all fences of a message together count one `bash_block`).
 */
export function toolCounts(example: Example): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of example.messages.flatMap(namesIn)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function namesIn(message: Message): string[] {
  const structured = message.calls.filter((call) => call.protocol === 'structured' && call.name !== '').map((call) => call.name)
  const answered = message.role === 'tool' && message.name ? [message.name] : []
  return [...structured, ...answered, ...(message.role === 'assistant' ? writtenNames(message.content) : [])]
}

function writtenNames(text: string): string[] {
  const tags = [FUNCTION_TAG, EXECUTE_TAG].flatMap((tag) => [...text.matchAll(tag)].map((match) => (match[1] ?? '').toLowerCase()))
  return SHELL_FENCE.test(text) ? [...tags, 'bash_block'] : tags
}
