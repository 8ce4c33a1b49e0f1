import type { z } from 'zod'
import type { maskProposal } from '#contract'
import { callFactsOf, messageTokens } from '#measure'
import type { Example } from '#record'
import { proposeMasks } from '#review'
import type { Desk } from '../desk.ts'
import { standingEdits } from './standing-edits.ts'

/** What rules would mask in an example, in the order of the run; what is masked or cut already is not proposed again. */
export function proposalsOf(desk: Desk, example: Example): z.infer<typeof maskProposal>[] {
  const { masked, cutAfter, contentHash } = standingEdits(desk, example.id)
  const isCurrent = contentHash === example.contentHash
  const isOut = (index: number) => isCurrent && (masked.includes(index) || (cutAfter !== null && index > cutAfter))
  const tokens = messageTokens(example)
  const weightOf = (index: number) => {
    const { content = 0, reasoning = 0, calls = 0 } = tokens[index] ?? {}
    return content + reasoning + calls
  }
  return proposeMasks(example, callFactsOf(example)).flatMap((proposal) => {
    const messages = proposal.messages.filter((index) => !isOut(index))
    return messages.length === 0 ? [] : [{ ...proposal, messages, tokens: messages.reduce((sum, index) => sum + weightOf(index), 0) }]
  })
}
