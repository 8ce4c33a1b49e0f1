/** A line of a text: what it says, without the line's end, and where. */
export interface TextLine {
  text: string
  /** UTF-16 offsets into the text it was read from; `end` is behind the last unit of the line. */
  start: number
  end: number
}

/** The lines of a text, without CR and LF. */
export function* linesOf(text: string): Generator<TextLine> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const after = feed === -1 ? text.length : feed
    const end = text[after - 1] === '\r' && after > start ? after - 1 : after
    yield { text: text.slice(start, end), start, end }
    start = after + 1
  }
}
