/** What one piece of a text costs. */
export interface PieceCount {
  tokens: number
  /** Its first token stands for something unknown; so does its last. Neighbours of that kind may count as one. */
  startsUnknown: boolean
  endsUnknown: boolean
}

/** Counts the tokens of one piece: what a tokenizer calls its model. */
export interface PieceModel {
  /** Neighbouring unknown tokens, also of two pieces, are one token. */
  readonly fusesUnknown: boolean
  count(piece: string): PieceCount
}

/** Counts of what follows each other. */
export function joinCounts(counts: Iterable<PieceCount>, fusesUnknown: boolean): PieceCount {
  const joined: PieceCount = { tokens: 0, startsUnknown: false, endsUnknown: false }
  for (const { tokens, startsUnknown, endsUnknown } of counts) {
    if (tokens === 0) continue
    if (joined.tokens === 0) joined.startsUnknown = startsUnknown
    joined.tokens += fusesUnknown && joined.endsUnknown && startsUnknown ? tokens - 1 : tokens
    joined.endsUnknown = endsUnknown
  }
  return joined
}

/** One token. */
export function oneToken(isUnknown: boolean): PieceCount {
  return { tokens: 1, startsUnknown: isUnknown, endsUnknown: isUnknown }
}
