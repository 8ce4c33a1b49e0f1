import type { PieceEnd } from './piece-end.ts'
import { readRanks } from './read-ranks.ts'
import type { TokenTable } from './token-table.ts'

/** A byte-pair encoding as tiktoken has them. */
export interface Encoding {
  /** Name and version, `cl100k_base@1`: stored with every count. The version is raised when counts may change. */
  id: string
  /** Cuts a text into pieces that merges never cross. */
  pieceEnd: PieceEnd
  /** The tokens with their ranks, read at the first call. */
  tokens(): TokenTable
  /** Ids of the special words. Source: openai/tiktoken, tiktoken_ext/openai_public.py. */
  specials: Readonly<Record<string, number>>
}

/** An encoding whose ranks lie as js-tiktoken has them. */
export function encoding(id: string, pieceEnd: PieceEnd, ranks: string, specials: Encoding['specials'] = {}): Encoding {
  let table: TokenTable | undefined
  return {
    id,
    pieceEnd,
    specials,
    tokens() {
      table ??= readRanks(ranks)
      return table
    },
  }
}
