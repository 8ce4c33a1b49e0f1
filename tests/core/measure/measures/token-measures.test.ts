import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countTokens, MEASURE_INFO, measureExample } from '#measure'
import { buildCall, buildExample, turn } from '../../../support/examples.ts'

const tools = [{ type: 'function', function: { name: 'execute_bash', description: 'Runs a command.' } }]
const call = buildCall({ kind: 'shell', command: 'ls' })
const callCost = countTokens('execute_bash') + countTokens('{"command":"ls"}')
const written = buildCall({ kind: 'shell', command: 'ls' }, { protocol: 'function-tag' })

describe('token measures', () => {
  it('count contents, reasoning, structured calls and tool definitions apart and together', () => {
    const messages = [
      { role: 'user', content: 'hello' },
      { content: 'hello world', reasoning: 'hello', calls: [call, written] },
    ]
    const definitions = countTokens(JSON.stringify(tools[0]))
    expect(measureExample(buildExample({ messages, tools }))).toMatchObject({
      traj_tokens: 4,
      reasoning_tokens: 1,
      call_tokens: callCost,
      tool_definition_tokens: definitions,
      full_tokens: 1 + 2 + 1 + callCost + definitions,
      template_tokens_estimate: 1 + 2 + 1 + callCost + definitions + 2 * 5 + 11,
    })
  })

  it('split the full cost by role, every role there is', () => {
    const role = fc.constantFrom('system', 'user', 'assistant', 'tool', 'ai', '', '__proto__')
    const message = fc.record({
      role,
      content: fc.string(),
      reasoning: fc.option(fc.string()),
      calls: fc.array(fc.constantFrom(call, written), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), fc.boolean(), (messages, hasTools) => {
        const values = measureExample(buildExample({ messages, tools: hasTools ? tools : [] }))
        const parts = ['system', 'user', 'assistant', 'tool', 'other', 'tool_definition'].map((part) => Number(values[`${part}_tokens`]))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(values.full_tokens)
      }),
    )
  })

  it('tell the mean turn and the costliest step, results included', () => {
    const first = turn(0, { kind: 'finish' }).map((message) => ({ ...message, calls: [] }))
    const messages = [...first, { content: 'hello world hello world' }]
    expect(measureExample(buildExample({ messages }))).toMatchObject({ tokens_per_turn: 2, largest_step_tokens: 4 })
    const answered = [{ content: 'hello' }, { role: 'tool', content: 'hello world '.repeat(9), result: first[1]?.result ?? null }]
    expect(measureExample(buildExample({ messages: answered })).largest_step_tokens).toBe(1 + countTokens('hello world '.repeat(9)))
  })

  it('say nothing of turns and steps where there are none', () => {
    const values = measureExample(buildExample({ messages: [{ role: 'user', content: 'hello' }] }))
    expect([values.tokens_per_turn, values.largest_step_tokens]).toEqual([null, null])
  })

  it('count model_tokens by the tokenizer of the plan', () => {
    const example = buildExample({ messages: [{ content: 'Donaudampfschifffahrt 漢字 한국어' }] })
    const by = (name: 'cl100k_base' | 'o200k_base') =>
      measureExample(example, { tokenizer: { kind: 'tiktoken', name }, only: ['model_tokens'] })
    expect(by('cl100k_base').model_tokens).toBe(countTokens('Donaudampfschifffahrt 漢字 한국어'))
    expect(by('o200k_base').model_tokens).not.toBe(by('cl100k_base').model_tokens)
    expect(MEASURE_INFO.find(({ id }) => id === 'model_tokens')?.encoding).toBe('o200k_base@1')
  })

  it('name cl100k_base with its version, and an estimate an estimate', () => {
    const counts = MEASURE_INFO.filter(({ unit, id }) => unit === 'tokens' && id !== 'model_tokens')
    expect(new Set(counts.map(({ encoding }) => encoding))).toEqual(new Set(['cl100k_base@1']))
    expect(MEASURE_INFO.find(({ id }) => id === 'template_tokens_estimate')).toMatchObject({ label: expect.stringMatching(/estimate/) })
  })
})
