import type { Call, Message, TextPlace } from '#record'

/** Where pieces of a call's script stand in the row. `start` and `end` are into the script. */
export type PlaceOf = (start: number, end: number) => TextPlace

/** The place of pieces of a script in its call's arguments text, or, for calls written as text, in the message's content. */
export function placesIn(message: Message, callIndex: number, script: string): PlaceOf {
  const call = message.calls[callIndex]
  const at = (field: 'content' | 'arguments', offsetOf: (offset: number) => number): PlaceOf => {
    return (start, end) => ({
      messageIndex: message.index,
      field,
      call: field === 'arguments' ? callIndex : null,
      start: offsetOf(start),
      end: offsetOf(end),
    })
  }
  if (!call) return at('content', (offset) => offset)
  if (call.protocol === 'structured') return at('arguments', inJson(call.argumentsText, script))
  if (call.protocol === 'action') return at('arguments', plainly(call.argumentsText.indexOf(script)))
  return at('content', plainly(bodyStart(message, callIndex) + scriptStart(call, script)))
}

function plainly(from: number): (offset: number) => number {
  return (offset) => Math.max(0, from) + offset
}

/** Where a text call's body begins in the content: bodies are found one behind the other, each behind the mark that opens it. */
function bodyStart({ content, calls }: Message, callIndex: number): number {
  let from = 0
  let start = 0
  for (const call of calls.slice(0, callIndex + 1)) {
    start = opened(content, call, from)
    from = start + call.argumentsText.length
  }
  return start
}

function opened(content: string, { argumentsText, protocol }: Call, from: number): number {
  const mark = protocol === 'fence' ? '\n' : '>'
  for (let at = content.indexOf(argumentsText, from); at !== -1; at = content.indexOf(argumentsText, at + 1)) {
    const isOpened = content[at - 1] === mark
    const isClosed = /^(?:\s{0,9}(?:```|<\/)|$)/.test(content.slice(at + argumentsText.length, at + argumentsText.length + 20))
    if (isOpened && isClosed) return at
  }
  return Math.max(0, content.indexOf(argumentsText, from))
}

/** Where the script begins in the body: of a function tag behind its parameter's mark. */
function scriptStart({ argumentsText }: Call, script: string): number {
  const mark = /<parameter\s*=\s*(?:command|cmd|code)\s*>/i.exec(argumentsText)
  return Math.max(0, argumentsText.indexOf(script, mark ? mark.index + mark[0].length : 0))
}

/** Offsets into the JSON text of the arguments for offsets into one of its strings. Another text than expected is taken as a whole. */
function inJson(text: string, script: string): (offset: number) => number {
  for (const match of text.matchAll(/"(?:command|cmd|code)"\s{0,20}:\s{0,20}"/g)) {
    const from = match.index + match[0].length
    const offsets = offsetsOf(text, from)
    if (offsets.length - 1 === script.length) return (offset) => offsets[offset] ?? text.length
  }
  return (offset) => (offset === 0 ? 0 : text.length)
}

/** For every unit of the JSON string that begins at `from`, where it is written; the last entry is the closing quote. */
function offsetsOf(text: string, from: number): number[] {
  const offsets: number[] = []
  let at = from
  while (at < text.length && text[at] !== '"') {
    offsets.push(at)
    at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
  }
  offsets.push(at)
  return offsets
}
