import { describe, expect, it } from 'vitest'
import { heaviestStep, outlineOf } from '../../../src/renderer/example/logic/outline.ts'
import { tokenWords } from '../../../src/renderer/example/logic/token-parts.ts'
import { answer, message, run, shell } from './message-builder.ts'

const turn = (index: number, content: number, reasoning: number, calls: number) =>
  message(index, 'assistant', '', {
    calls: [shell('ls')],
    tokens: content + reasoning + calls,
    tokenParts: { content, reasoning, calls },
  })

describe('the tokens of a step', () => {
  it('are those of the turn by part, and its results', () => {
    const [entry] = outlineOf(run([turn(0, 1, 2, 3), answer(1, 0), answer(2, 0)]))
    expect(entry).toMatchObject({ tokens: 26, tokenParts: { content: 1, reasoning: 2, calls: 3, results: 20 } })
  })

  it('are told by the parts that cost something', () => {
    expect(tokenWords({ content: 0, reasoning: 1234, calls: 3, results: 20 })).toBe('reasoning 1,234, calls 3, results 20')
    expect(tokenWords({ content: 0, reasoning: 0, calls: 0 })).toBe('')
  })
})

describe('the heaviest step', () => {
  it('is the one with most tokens, the first of equals, and never a prompt', () => {
    const prompt = message(0, 'system', '', { tokens: 999 })
    expect(heaviestStep(outlineOf(run([prompt, turn(1, 5, 0, 0), turn(2, 9, 0, 0), turn(3, 0, 9, 0)])))?.message).toBe(2)
  })

  it('is nothing in a run without steps', () => {
    expect(heaviestStep(outlineOf(run([message(0, 'user', 'x')])))).toBeUndefined()
  })
})
