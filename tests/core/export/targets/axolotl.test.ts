import { expect, test } from 'vitest'
import { axolotl } from '../../../../src/core/export/targets/axolotl.ts'
import { callWith, contextWith, leavingOf, rowFrom, shortRun } from '../../../support/leaving.ts'

test('every message says whether it is trained on, and whatever types clash in is text', () => {
  const { row, told } = rowFrom(axolotl, leavingOf(shortRun(), {}, { masked: [2] }))
  expect(told).toEqual([])
  expect(row).toEqual({
    messages: [
      { role: 'system', content: 'You fix.', train: false },
      { role: 'user', content: 'Fix it.', train: false },
      {
        role: 'assistant',
        content: 'I look.',
        reasoning_content: 'Hm.',
        tool_calls: [{ id: 'call_2_0', type: 'function', function: { name: 'execute_bash', arguments: '{"command": "ls"}' } }],
        train: false,
      },
      { role: 'tool', content: 'a.py', tool_call_id: 'call_2_0', name: 'execute_bash', train: false },
      { role: 'assistant', content: 'Done.', train: true },
    ],
    tools: [
      {
        type: 'function',
        function: {
          name: 'execute_bash',
          description: 'Runs a command.',
          parameters: '{"type":"object","properties":{"command":{"type":"string"}}}',
        },
      },
    ],
  })
})

test.each([
  ['as-needed', '{"n": 1.0}', '{"n": 1.0}', []],
  ['object', '{"n": 1.0}', { n: 1 }, ['changed arguments: 0']],
  ['as-needed', '{"n": ', '"{\\"n\\": "', ['changed arguments: 0']],
  ['object', '{"n": ', '"{\\"n\\": "', ['changed arguments: 0']],
] as const)('arguments %s of %s are parsed back without stopping the run', (form, text, written, notes) => {
  const { row, told } = rowFrom(axolotl, leavingOf([{ calls: [callWith(text)] }]), contextWith({}, { arguments: form }))
  expect(row).toMatchObject({ messages: [{ tool_calls: [{ function: { arguments: written } }] }] })
  expect(told).toEqual(notes)
})
