/** Units of the array that is kept for the next text; a longer text gets one of its own, which goes when it is counted. */
const KEPT = 2 ** 20

const kept = new Uint16Array(KEPT)
const keptBytes = Buffer.from(kept.buffer)

/** A text as UTF-16 and one 0 behind it, so that no surrogate at the end finds a partner. Valid until the next call. */
export function textUnits(text: string): Uint16Array {
  if (text.length >= KEPT) return largeUnits(text)
  keptBytes.write(text, 'utf16le')
  kept[text.length] = 0
  return kept
}

function largeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1)
  Buffer.from(units.buffer).write(text, 'utf16le')
  return units
}
