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
  const commands = between(text, /<command>/g, '</command>')
  if (commands.length > 0) return commands.map((command) => commandCall(command, 'command-tag'))
  return allowFences ? fences(text, harness) : []
}

/** SWE-agent writes its own commands where others write shell. */
export function commandCall(text: string, protocol: 'action' | 'command-tag' | 'fence'): Call {
  const command = text.replace(/^\s*\n/, '').trimEnd()
  const word = /^\s*(\S+)/.exec(command)?.[1] ?? ''
  return callOf({ name: COMMANDS.has(word) ? word : 'bash', protocol, argumentsText: text, arguments: { command } })
}

/** A tag may lack its end: the tag's end is often the stop sequence of the model. */
function functionTags(text: string): Call[] {
  return [...text.matchAll(/<function\s*=\s*([A-Za-z0-9_-]+)\s*>/gi)].map((match) => {
    const body = upTo(text, match.index + match[0].length, /<\/function>|<function\s*=/gi)
    return callOf({ name: match[1] ?? '', protocol: 'function-tag', argumentsText: body, arguments: parameters(body) })
  })
}

function parameters(body: string): Json {
  const entries = [...body.matchAll(/<parameter\s*=\s*([^>\s]+)\s*>/gi)].map((match): [string, string] => {
    const value = upTo(body, match.index + match[0].length, /<\/parameter>/gi)
    return [match[1] ?? '', value.replace(/^\r?\n/, '').replace(/\r?\n$/, '')]
  })
  return Object.fromEntries(entries)
}

function executeTags(text: string): Call[] {
  return [...text.matchAll(/<(execute_[a-z]+)>/gi)].map((match) => {
    const name = (match[1] ?? '').toLowerCase()
    const body = upTo(text, match.index + match[0].length, new RegExp(`</${name}>`, 'gi'))
    return callOf({ name, protocol: 'execute-tag', argumentsText: body, arguments: { command: body.trim() } })
  })
}

/** mini-swe-agent runs ```bash blocks; SWE-agent the last block of any kind, whole lines only. */
function fences(text: string, harness: string | null): Call[] {
  if (harness === 'sweagent')
    return between(text, /^```[^\n`]*\n/gm, '\n```')
      .slice(-1)
      .map((body) => commandCall(body, 'fence'))
  return between(text, /^```(?:bash|sh|shell|mswea_bash_command)[ \t]*\r?\n/gim, '\n```').map((body) =>
    callOf({ name: 'bash', protocol: 'fence', argumentsText: body, arguments: { command: body.trim() } }),
  )
}

/** What stands between each opening mark and the next closing one; an open end takes the rest. */
function between(text: string, opening: RegExp, closing: string): string[] {
  const bodies: string[] = []
  let from = 0
  for (const match of text.matchAll(opening)) {
    if (match.index < from) continue
    // The line feed that ends the opening fence may also begin the closing one, for an empty block.
    const start = match.index + match[0].length
    const end = text.indexOf(closing, closing.startsWith('\n') ? start - 1 : start)
    bodies.push(text.slice(start, end === -1 ? text.length : Math.max(start, end)))
    from = end === -1 ? text.length : end + closing.length
  }
  return bodies
}

function upTo(text: string, start: number, closing: RegExp): string {
  closing.lastIndex = start
  return text.slice(start, closing.exec(text)?.index ?? text.length)
}
