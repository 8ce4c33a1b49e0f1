/** One line without its line feed; `bytes` is null for a line over the limit, whose content was let go. */
export interface Line {
  /** From 0. */
  number: number
  bytes: Buffer | null
  /** In bytes. */
  length: number
}

const LINE_FEED = 10

/** Splits bytes into lines, holding no more than one line of at most `limit` bytes. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  const add = (piece: Uint8Array): void => {
    length += piece.length
    if (length > limit) parts = []
    else if (piece.length > 0) parts.push(piece)
  }
  const finish = (): Line => {
    const line = { number, bytes: length > limit ? null : Buffer.concat(parts, length), length }
    parts = []
    length = 0
    number += 1
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}
