import { TokenTable } from './token-table.ts'

const EQUALS = 0x3d
const BLANK = 0x20

/** Base64 digits by character code. */
const DIGITS = new Uint8Array(128)
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  DIGITS[digit.charCodeAt(0)] = value

/**
 * Reads js-tiktoken's ranks: `! 0 <base64> <base64> ...`, ranks counting up from 0. In one pass over the characters: decoding each of
 * 200,000 tokens through a Buffer takes longer than the rest of the start.
 */
export function readRanks(text: string): TokenTable {
  const head = '! 0 '
  if (!text.startsWith(head) || text.includes('\n')) throw new Error('The ranks are not one line that begins at rank 0.')
  const characters = Buffer.from(`${text} `, 'latin1')
  const bytes = new Uint8Array(characters.length)
  const ends: number[] = []
  let used = 0
  let bits = 0
  let held = 0
  for (let at = head.length; at < characters.length; at += 1) {
    const character = characters[at] ?? 0
    if (character === BLANK) {
      ends.push(used)
      held = 0
    } else if (character !== EQUALS) {
      bits = (bits << 6) | (DIGITS[character] ?? 0)
      held += 6
      if (held < 8) continue
      held -= 8
      bytes[used] = (bits >> held) & 0xff
      used += 1
    }
  }
  return new TokenTable(bytes.slice(0, used), ends)
}
