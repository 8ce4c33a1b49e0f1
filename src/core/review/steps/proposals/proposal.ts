/** What rules propose to mask. `docs/steps.md` has their exact words. */
export const PROPOSAL_KINDS = ['error-step', 'detour', 'think-only'] as const

/** See {@link PROPOSAL_KINDS}. */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** Turns that one rule would leave out of the loss, and why. */
export interface Proposal {
  kind: ProposalKind
  /** Indexes of assistant turns, ascending. */
  messages: number[]
  /** One sentence, with the numbers. */
  text: string
}

/** A detour over these turns. */
export function detour(text: string, ...messages: number[]): Proposal {
  return { kind: 'detour', messages: [...new Set(messages)].sort((a, b) => a - b), text }
}
