import { expect, test } from 'vitest'
import { openai } from '../../../../src/core/export/targets/openai.ts'
import { answerTo, BASH_TOOL, callWith, leavingOf, rowFrom, shortRun } from '../../../support/leaving.ts'

const called = (id: string, name = 'execute_bash') => ({ id, type: 'function', function: { name, arguments: '{}' } })

test('a row has strict keys, ids, weights, and no reasoning', () => {
  const { row, told } = rowFrom(openai, leavingOf(shortRun(), {}, { masked: [2] }))
  expect(told).toEqual(['lost reasoning by reasoning=as-is: 2'])
  expect(row).toEqual({
    messages: [
      { role: 'system', content: 'You fix.' },
      { role: 'user', content: 'Fix it.' },
      {
        role: 'assistant',
        content: 'I look.',
        tool_calls: [{ id: 'call_2_0', type: 'function', function: { name: 'execute_bash', arguments: '{"command": "ls"}' } }],
        weight: 0,
      },
      { role: 'tool', tool_call_id: 'call_2_0', content: 'a.py' },
      { role: 'assistant', content: 'Done.', weight: 1 },
    ],
    tools: [BASH_TOOL],
  })
})

test('a turn with several calls is told to the service, and their results stand right behind it', () => {
  const { row, told } = rowFrom(
    openai,
    leavingOf([
      { calls: [callWith('{}'), callWith('{}')] },
      { role: 'user', content: 'Go on.' },
      answerTo(0, 'one'),
      answerTo(0, 'two', 1),
      { content: 'Done.' },
    ]),
  )
  expect(row).toMatchObject({
    parallel_tool_calls: true,
    messages: [
      { tool_calls: [called('call_0_0'), called('call_0_1')] },
      { role: 'tool', tool_call_id: 'call_0_0', content: '' },
      { role: 'tool', tool_call_id: 'call_0_1', content: '' },
      { role: 'user', content: 'Go on.' },
      { role: 'user', content: 'one' },
      { role: 'user', content: 'two' },
      { content: 'Done.' },
    ],
  })
  expect(told).toEqual(['changed result: 0', 'changed role: 2,3'])
})

test('a row ends with a turn, whose calls need no answer', () => {
  const { row, told } = rowFrom(openai, leavingOf([{ role: 'user', content: 'Go.' }, { calls: [callWith('{}')] }, answerTo(1, 'done')]))
  expect(row).toMatchObject({ messages: [{ role: 'user' }, { role: 'assistant', tool_calls: [called('call_1_0')], weight: 1 }] })
  expect(Object.values(row?.messages ?? []).at(-1)).not.toHaveProperty('content')
  expect(told).toEqual(['lost result: 2'])
})

test('names and keys the service refuses are put right, and told', () => {
  const tools = [{ type: 'function', cache: true, function: { name: 'a b', description: null, parameters: {}, returns: {} } }]
  const { row, told } = rowFrom(openai, leavingOf([{ calls: [callWith('{}', { name: 'a b' })] }], { tools }))
  expect(row).toEqual({
    messages: [{ role: 'assistant', tool_calls: [called('call_0_0', 'a_b')], weight: 1 }],
    tools: [{ type: 'function', function: { name: 'a_b', parameters: {} } }],
  })
  expect(told).toEqual(['changed call: 0', 'lost tools: ', 'changed tools: '])
})

test('nothing but context stays out', () => {
  expect(rowFrom(openai, leavingOf(shortRun(), {}, { masked: [2, 4] })).made.isLeftOut).toBe(true)
})
