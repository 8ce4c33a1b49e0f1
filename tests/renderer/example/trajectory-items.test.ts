import { describe, expect, it } from 'vitest'
import { maskedMessages } from '../../../src/renderer/example/logic/masked-messages.ts'
import { outlineOf } from '../../../src/renderer/example/logic/outline.ts'
import { itemOf, trajectoryItems } from '../../../src/renderer/example/logic/trajectory-items.ts'
import type { Detail } from '../../../src/renderer/example/types.ts'
import { answer, message, run, shell } from './message-builder.ts'

const MESSAGES = [
  message(0, 'user', 'Fix it'),
  ...[1, 3, 5].flatMap((index) => [message(index, 'assistant', '', { calls: [shell('ls')] }), answer(index + 1, index)]),
  message(7, 'assistant', 'Done.'),
]
const ENTRIES = outlineOf(run(MESSAGES))

describe('what the trajectory draws', () => {
  it('is a card a message while nothing is collapsed, or the run is opened', () => {
    const all = MESSAGES.map(({ index }) => index)
    expect(trajectoryItems(MESSAGES, ENTRIES, null).map(({ first }) => first)).toEqual(all)
    expect(trajectoryItems(MESSAGES, ENTRIES, new Set([1])).map(({ first }) => first)).toEqual(all)
  })

  it('is one card for like steps with their results, which is found by any of their messages', () => {
    const items = trajectoryItems(MESSAGES, ENTRIES, new Set())
    expect(items.map(({ kind, first }) => `${kind} ${first}`)).toEqual(['message 0', 'run 1', 'message 7'])
    expect([0, 1, 4, 6, 7, 9].map((at) => itemOf(items, at))).toEqual([0, 1, 1, 1, 2, -1])
  })
})

describe('messages out of the loss', () => {
  const edits = { masked: [1], cutAfter: 5, redactions: [], contentHash: 'a' }
  const masked = (contentHash: string) => [...maskedMessages({ edits, messages: MESSAGES, row: { contentHash } as Detail['row'] })]

  it('are those masked and those behind the cut, if the edits are about these bytes', () => {
    expect(masked('a')).toEqual([1, 6, 7])
    expect(masked('b')).toEqual([])
  })
})
