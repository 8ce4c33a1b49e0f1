/** Longer texts are counted in parts: what the library keeps of a text grows with it, and regular expressions have a stack. */
const LONGEST = 1_000_000

/** Composing a run of combining marks takes time by the square of its length; no writing has a hundredth of this. */
const MARKS = /\p{M}{1000}/gu

/**
 * A text in parts that a tokenizer can take: nearly every text in one. A longer one is cut after its last line feed within each million UTF-16
 * units, or there; a run of combining marks after each thousand.
 */
export function* stretchesOf(text: string): Generator<string> {
  let start = 0
  for (const { index, 0: marks } of text.matchAll(MARKS)) {
    yield* linesOf(text.slice(start, index + marks.length))
    start = index + marks.length
  }
  yield* linesOf(text.slice(start))
}

function* linesOf(text: string): Generator<string> {
  let start = 0
  while (text.length - start > LONGEST) {
    const feed = text.lastIndexOf('\n', start + LONGEST - 1)
    const end = feed > start ? feed + 1 : start + LONGEST - (isHighSurrogate(text, start + LONGEST - 1) ? 1 : 0)
    yield text.slice(start, end)
    start = end
  }
  yield text.slice(start)
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}
