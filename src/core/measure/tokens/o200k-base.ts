import o200k from 'js-tiktoken/ranks/o200k_base'
import { encoding } from './encoding.ts'
import { o200kPieceEnd } from './o200k-piece-end.ts'

/** OpenAI's o200k_base. */
export const O200K_BASE = encoding('o200k_base@1', o200kPieceEnd, o200k.bpe_ranks, o200k.special_tokens)
