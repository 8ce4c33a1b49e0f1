/** Token ranks by the token's bytes, written as a Latin-1 string: one character a byte. */
export type Ranks = ReadonlyMap<string, number>

/** A byte-pair encoding as data; another one is another value. */
export interface Encoding {
  name: string
  /** Raised when counts may change: stored with every count. */
  version: number
  /** Cuts a text into pieces that merges never cross; flags `u` and `g`. */
  pattern: RegExp
  ranks: Ranks
}

/** An encoding as js-tiktoken ships it. */
interface RankFile {
  pat_str: string
  bpe_ranks: string
}

/**
 * Builds an encoding from js-tiktoken's data. Canonical tiktoken uses Rust's `\s`, which is Unicode White_Space; JavaScript's `\s`
 * has U+FEFF in it and U+0085 not.
 */
export function encodingFrom(name: string, version: number, file: RankFile): Encoding {
  const source = file.pat_str.replaceAll('\\s', '\\p{White_Space}').replaceAll('\\S', '\\P{White_Space}')
  return { name, version, pattern: new RegExp(source, 'ug'), ranks: readRanks(file.bpe_ranks) }
}

/** Lines of `! <first rank> <base64> <base64> ...`, ranks counting up. */
function readRanks(text: string): Ranks {
  const ranks = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, first = '', ...tokens] = line.split(' ')
    for (const [offset, token] of tokens.entries()) ranks.set(Buffer.from(token, 'base64').toString('latin1'), Number(first) + offset)
  }
  return ranks
}
