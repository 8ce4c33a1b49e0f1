/**
 * GPT-2's way to write bytes as letters, which byte-level vocabularies use: printable Latin-1 characters stand for themselves, the others, in order,
 * for U+0100 and on. Source: `bytes_to_unicode` in openai/gpt-2, src/encoder.py.
 */
const LETTERS: readonly string[] = (() => {
  const isPrintable = (byte: number): boolean => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae
  let next = 0x100
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(isPrintable(byte) ? byte : next++))
})()

/** A text's UTF-8 bytes, a letter each. */
export function byteLetters(text: string): string {
  let letters = ''
  for (const byte of Buffer.from(text, 'utf8')) letters += LETTERS[byte] ?? ''
  return letters
}

const BYTES = new Map(LETTERS.map((letter, byte) => [letter, byte]))

/** The text whose bytes these letters are; null when they are none. */
export function textOfLetters(letters: string): string | null {
  const bytes = Array.from(letters, (letter) => BYTES.get(letter))
  return bytes.includes(undefined) ? null : Buffer.from(bytes as number[]).toString('utf8')
}
