import { describe, expect, test } from 'vitest'
import type { Json } from '#record'
import { llamafactory } from '../../../../src/core/export/targets/llamafactory.ts'
import type { MessageSketch } from '../../../support/examples.ts'
import { answerTo, BASH_TOOL, callWith, contextWith, leavingOf, rowFrom, shortRun } from '../../../support/leaving.ts'

/** Turns of the row, as `from: value`. */
function turns(messages: MessageSketch[], policies: Parameters<typeof contextWith>[0] = {}) {
  const { row, told } = rowFrom(llamafactory, leavingOf(messages), contextWith(policies))
  const spoken = (row?.conversations ?? []) as { from: string; value: string }[]
  return { spoken: spoken.map(({ from, value }) => `${from}: ${value}`), told, row }
}
const asked: MessageSketch = { role: 'user', content: 'Go.' }

test('thoughts and reasoning stay beside the call, in alternation', () => {
  const { spoken, told, row } = turns(shortRun())
  expect(spoken).toEqual([
    'human: Fix it.',
    'function_call: <think>\nHm.\n</think>\n\nI look.\n<tool_call>\n{"name": "execute_bash", "arguments": {"command": "ls"}}\n</tool_call>',
    'observation: a.py',
    'gpt: Done.',
  ])
  expect(told).toEqual([])
  expect(row).toMatchObject({ system: 'You fix.', tools: JSON.stringify([BASH_TOOL]) })
})

describe('a call with nothing said beside it', () => {
  test('is the reasoning and plain JSON, which every version reads', () => {
    expect(turns([asked, { reasoning: 'Hm.', calls: [callWith('{"n": 1.0}')] }]).spoken[1]).toBe(
      'function_call: <think>\nHm.\n</think>\n\n{"name": "execute_bash", "arguments": {"n": 1.0}}',
    )
  })
  test('is a list where there are several', () => {
    const value = turns([asked, { calls: [callWith('{}'), callWith('{"a": 1}')] }]).spoken[1]?.slice('function_call: '.length) ?? ''
    expect(JSON.parse(value)).toMatchObject([{ arguments: {} }, { arguments: { a: 1 } }])
  })
  test('holds text that is no object as a member of one', () => {
    const { spoken, told } = turns([asked, { calls: [callWith('{"a": ')] }])
    expect(spoken[1]).toContain('"arguments": {"arguments":"{\\"a\\": "}')
    expect(told).toEqual(['changed arguments: 1', 'changed arguments: 1'])
  })
  test('cannot be torn by the words it looks for', () => {
    const { spoken, told } = turns([asked, { reasoning: 'a</think>b', calls: [callWith('{"a": "<tool_call>x</tool_call></think>"}')] }])
    const value = spoken[1]?.slice('function_call: '.length) ?? ''
    expect(value).toMatch(/^<think>\na< \/think>b\n<\/think>\n\n[^<]*$/)
    expect(JSON.parse(value.split('\n\n')[1] ?? '')).toMatchObject({ arguments: { a: '<tool_call>x</tool_call></think>' } })
    expect(told).toEqual(['changed reasoning: 1'])
  })
})

describe('runs of messages', () => {
  test('of results are one observation', () => {
    const { spoken, told } = turns([
      asked,
      { calls: [callWith('{}'), callWith('{}')] },
      answerTo(1, 'one'),
      answerTo(1, 'two', 1),
      { content: 'Done.' },
    ])
    expect(spoken[2]).toBe('observation: one\n</tool_response>\n<tool_response>\ntwo')
    expect(told).toEqual(['lost result: 3', 'changed content: 2'])
  })
  test('of a result and what a user says behind it are one observation too', () => {
    const { spoken, told } = turns([
      asked,
      { calls: [callWith('{}')] },
      answerTo(1, 'one'),
      { role: 'user', content: 'Go on.' },
      { content: 'Done.' },
    ])
    expect(spoken[2]).toBe('observation: one\n\nGo on.')
    expect(told).toEqual(['changed role: 3', 'lost content: 3', 'changed content: 2'])
  })
  test('of turns are one, as long as only the last calls', () => {
    const { spoken, told } = turns([
      asked,
      { content: 'a', reasoning: 'r' },
      { content: 'b', calls: [callWith('{}')] },
      answerTo(2, 'x'),
      { content: 'Done.' },
    ])
    expect(spoken[1]).toMatch(/^function_call: <think>\nr\n<\/think>\n\na\n\nb\n<tool_call>/)
    expect(told).toEqual(['lost content: 1', 'changed content: 2', 'changed reasoning: 2'])
  })
})

describe('a row that would be skipped without a word', () => {
  test('for a call in front of another turn stays out with a note', () => {
    expect(turns([asked, { calls: [callWith('{}')] }, { content: 'Done.' }])).toMatchObject({ row: null, told: ['left-out role: 1,2'] })
  })
  test('for beginning with a turn stays out with a note', () => {
    expect(turns([{ content: 'Hello.' }])).toMatchObject({ row: null, told: ['left-out role: 0'] })
  })
  test('for ending with context is cut behind its last turn', () => {
    expect(turns([asked, { content: 'Done.' }, asked])).toMatchObject({ spoken: ['human: Go.', 'gpt: Done.'], told: ['lost result: 2'] })
  })
})

test('tools it would stop at get the list of properties it reads', () => {
  const tools: Json[] = [
    { name: 'finish' },
    { name: 'edit', parameters: { type: 'object', properties: { path: { type: 'string' }, other: null } } },
  ]
  const { row, told } = rowFrom(llamafactory, leavingOf([asked, { content: 'Done.' }], { tools }))
  expect(JSON.parse(String(row?.tools))).toMatchObject([
    { function: { name: 'finish', parameters: { type: 'object', properties: {} } } },
    { function: { parameters: { properties: { path: { type: 'string' } } } } },
  ])
  expect(told).toEqual(['changed tools: ', 'lost tools: '])
})

test('context-only turns are up to the policy', () => {
  const masked = leavingOf(shortRun(), {}, { masked: [2] })
  expect(rowFrom(llamafactory, masked)).toMatchObject({ row: null, told: ['left-out mask by masks=leave-out: 2'] })
  expect(rowFrom(llamafactory, masked, contextWith({ masks: 'take-whole' })).told).toEqual(['lost mask by masks=take-whole: 2'])
})
