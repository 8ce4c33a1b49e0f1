import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChatMessage } from '../../../../src/core/export/chat/chat.ts'
import { fittingMessages } from '../../../../src/core/export/chat/cut-to-fit.ts'

const role = fc.constantFrom<ChatMessage['role']>('system', 'user', 'assistant', 'tool')
const run = fc.array(fc.record({ role, tokens: fc.nat({ max: 50 }) }), { maxLength: 30 })

test('what stays fits, ends with a whole step, and is the longest that does', () => {
  fc.assert(
    fc.property(run, fc.nat({ max: 40 }), fc.nat({ max: 400 }), (steps, before, limit) => {
      const messages = steps.map(({ role: said }): ChatMessage => ({ role: said, content: '' }))
      const tokens = steps.map(({ tokens: count }) => count)
      const size = (count: number) => tokens.slice(0, count).reduce((sum, one) => sum + one, before)
      const isWhole = (count: number) =>
        messages.slice(0, count).some((one) => one.role === 'assistant') &&
        (count === messages.length || messages[count]?.role === 'assistant')
      const kept = fittingMessages(messages, tokens, before, limit)
      const best = messages.map((_, at) => at + 1).findLast((count) => isWhole(count) && size(count) <= limit)
      const all = messages.length === 0 || size(messages.length) <= limit
      expect(kept).toBe(all ? messages.length : (best ?? null))
    }),
  )
})
