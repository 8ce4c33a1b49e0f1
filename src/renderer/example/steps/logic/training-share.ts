import type { Detail } from '../../types.ts'

/** How much of a run is trained on: assistant turns, in cl100k_base tokens. */
export interface TrainingShare {
  turns: number
  trained: number
  /** Tokens of the assistant turns that are masked, or behind the cut. */
  tokensLeftOut: number
  /** What does not leave at all, of whatever role. */
  cut: { messages: number; tokens: number }
  redactions: number
  /** The edits are about other bytes than the row's: none is applied. */
  isStale: boolean
}

/** The edits as far as they are about the bytes that are shown. */
export function editsInForce({ edits, row }: Pick<Detail, 'edits' | 'row'>): Detail['edits'] {
  return edits.contentHash === row.contentHash ? edits : NOTHING
}

const NOTHING: Detail['edits'] = { masked: [], cutAfter: null, redactions: [], contentHash: null }

/** See {@link TrainingShare}. */
export function trainingShare(detail: Pick<Detail, 'edits' | 'row' | 'messages'>): TrainingShare {
  const { masked, cutAfter, redactions } = editsInForce(detail)
  const out = new Set(masked)
  const isCut = ({ index }: Detail['messages'][number]) => cutAfter !== null && index > cutAfter
  const turns = detail.messages.filter(({ role }) => role === 'assistant')
  const left = turns.filter((turn) => out.has(turn.index) || isCut(turn))
  const behind = detail.messages.filter(isCut)
  return {
    turns: turns.length,
    trained: turns.length - left.length,
    tokensLeftOut: tokensOf(left),
    cut: { messages: behind.length, tokens: tokensOf(behind) },
    redactions: redactions.length,
    isStale: detail.edits.contentHash !== null && detail.edits.contentHash !== detail.row.contentHash,
  }
}

function tokensOf(messages: Detail['messages']): number {
  return messages.reduce((sum, { tokens }) => sum + tokens, 0)
}
