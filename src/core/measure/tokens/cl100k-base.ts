import cl100k from 'js-tiktoken/ranks/cl100k_base'
import { cl100kPieceEnd } from './cl100k-piece-end.ts'
import { encoding } from './encoding.ts'

/** OpenAI's cl100k_base, what the seed tutorial counts with. */
export const CL100K_BASE = encoding('cl100k_base@1', cl100kPieceEnd, cl100k.bpe_ranks, cl100k.special_tokens)
