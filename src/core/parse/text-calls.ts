import type { Call, Json, Message } from '#record'
import { callOf } from './read-calls.ts'

/** The first word of a SWE-agent command is its tool; anything that is no tool of its own runs in the shell. */
const COMMANDS = new Set(
  'open goto scroll_up scroll_down create edit insert search_dir search_file find_file submit exit_context exit_cost exit_error'.split(' '),
)

/**
 * Calls written into an assistant's text, in the order of the text: `<function=...>` tags, `<execute_...>` tags, `<command>` tags, an `action`
 * field, or fenced commands. The first protocol found speaks for the message; prose of a harness without fences is no call.
 */
export function readTextCalls(message: Message, harness: string | null, allowFences: boolean): Call[] {
  const text = message.content
  const { action } = message.extra
  if (typeof action === 'string' && action.trim() !== '') return [commandCall(action, 'action')]
  const tagged = functionTags(text)
  if (tagged.length > 0) return tagged
  const executed = executeTags(text)
  if (executed.length > 0) return executed
  const commands = commandTags(text)
  if (commands.length > 0) return commands
  return allowFences ? fences(text, harness) : []
}

/** SWE-agent writes its own commands where others write shell. */
function commandCall(text: string, protocol: 'action' | 'command-tag' | 'fence'): Call {
  const command = text.replace(/^\s*\n/, '').trimEnd()
  const word = /^\s*(\S+)/.exec(command)?.[1] ?? ''
  return callOf({ name: COMMANDS.has(word) ? word : 'bash', protocol, argumentsText: text, arguments: { command } })
}

function functionTags(text: string): Call[] {
  return spansOf(text, /<function\s*=\s*([A-Za-z0-9_-]+)\s*>/gi, () => /<\/function>|(?=<function\s*=)/gi).map(({ word, body }) =>
    callOf({ name: word, protocol: 'function-tag', argumentsText: body, arguments: parameters(body) }),
  )
}

function parameters(body: string): Json {
  const spans = spansOf(body, /<parameter\s*=\s*([^>\s]+)\s*>/gi, () => /<\/parameter>/gi)
  return Object.fromEntries(spans.map(({ word, body: value }) => [word, value.replace(/^\r?\n/, '').replace(/\r?\n$/, '')]))
}

function executeTags(text: string): Call[] {
  return spansOf(text, /<(execute_[a-z]+)>/gi, (word) => new RegExp(`</${word}>`, 'gi')).map(({ word, body }) =>
    callOf({ name: word.toLowerCase(), protocol: 'execute-tag', argumentsText: body, arguments: { command: body.trim() } }),
  )
}

function commandTags(text: string): Call[] {
  return spansOf(text, /<(command)>/g, () => /<\/command>/g).map(({ body }) => commandCall(body, 'command-tag'))
}

/** mini-swe-agent runs ```bash blocks; SWE-agent the last block of any kind, whole lines only. */
function fences(text: string, harness: string | null): Call[] {
  const closing = () => /\r?\n```/g
  if (harness === 'sweagent') {
    const last = spansOf(text, /^```([^\n`]*)\n/gm, closing).at(-1)
    return last ? [commandCall(last.body, 'fence')] : []
  }
  return spansOf(text, /^```(bash|sh|shell|mswea_bash_command)[ \t]*\r?\n/gim, closing).map(({ body }) =>
    callOf({ name: 'bash', protocol: 'fence', argumentsText: body, arguments: { command: body.trim() } }),
  )
}

/** No turn writes this many calls; a text of a million marks would only take time. The text itself is kept whole in any case. */
const SPAN_LIMIT = 1000

/** What an opening mark says and what stands behind it. */
interface Span {
  word: string
  body: string
}

/**
 * What stands between each opening mark and the next closing one. The end may be missing, being often the model's stop sequence: the last span
 * then takes the rest. Spans do not overlap, which also keeps the work linear in a text of nothing but opening marks.
 */
function spansOf(text: string, opening: RegExp, closingOf: (word: string) => RegExp): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of text.matchAll(opening)) {
    if (match.index < from) continue
    if (spans.length === SPAN_LIMIT) break
    const word = match[1] ?? ''
    const start = match.index + match[0].length
    const closing = closingOf(word)
    // One back: the line feed that ends an opening fence also begins the closing one of an empty block.
    closing.lastIndex = match[0].endsWith('\n') ? start - 1 : start
    const end = closing.exec(text)
    spans.push({ word, body: text.slice(start, end ? Math.max(start, end.index) : text.length) })
    from = end ? end.index + end[0].length : text.length
  }
  return spans
}
