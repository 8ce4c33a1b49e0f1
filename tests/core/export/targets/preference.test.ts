import { expect, test } from 'vitest'
import { preference } from '../../../../src/core/export/targets/preference.ts'
import type { MessageSketch } from '../../../support/examples.ts'
import { answerTo, BASH_TOOL, callWith, contextWith, leavingOf, rowFrom } from '../../../support/leaving.ts'

const system: MessageSketch = { role: 'system', content: 'You fix.' }
const asked: MessageSketch = { role: 'user', content: 'Fix it.' }
const look = (id: string): MessageSketch => ({ calls: [callWith('{"command": "ls"}', { id })] })
const call = (id: string) => ({ id, type: 'function', function: { name: 'execute_bash', arguments: { command: 'ls' } } })

test('the prompt is what both runs have in common, whatever their calls are called', () => {
  const { row, told } = rowFrom(preference, [
    leavingOf([system, asked, look('a'), answerTo(2, 'a.py'), { content: 'Good.' }]),
    leavingOf([system, asked, look('b'), answerTo(2, 'a.py'), { content: 'Bad.' }]),
  ])
  expect(row).toEqual({
    prompt: [
      system,
      asked,
      { role: 'assistant', content: '', tool_calls: [call('a')] },
      { role: 'tool', content: 'a.py', tool_call_id: 'a', name: 'execute_bash' },
    ],
    chosen: [{ role: 'assistant', content: 'Good.' }],
    rejected: [{ role: 'assistant', content: 'Bad.' }],
    tools: [BASH_TOOL],
  })
  expect(told).toEqual([])
})

test('runs that part at a result go on from the question before the call', () => {
  const { row } = rowFrom(preference, [
    leavingOf([asked, look('a'), answerTo(1, 'one'), { content: 'Good.' }]),
    leavingOf([asked, look('b'), answerTo(1, 'other')]),
  ])
  expect(row).toMatchObject({
    prompt: [asked],
    chosen: [{ tool_calls: [call('a')] }, { tool_call_id: 'a' }, { content: 'Good.' }],
    rejected: [{ tool_calls: [call('b')] }, { tool_call_id: 'b' }],
  })
})

test.each([
  ['another question', [asked, { content: 'Good.' }], [{ role: 'user', content: 'Else.' }, { content: 'Bad.' }]],
  ['the same run', [asked, { content: 'Good.' }], [asked, { content: 'Good.' }]],
  ['no question', [{ content: 'Good.' }], [{ content: 'Bad.' }]],
] as const)('a pair of %s stays out', (_, chosen, rejected) => {
  expect(rowFrom(preference, [leavingOf([...chosen]), leavingOf([...rejected])])).toMatchObject({ row: null, told: ['left-out content: '] })
})

test('what became of each run is told with the run, and other tools of the rejected one', () => {
  const { made } = rowFrom(
    preference,
    [leavingOf([asked, { content: 'Good.', reasoning: 'r' }]), leavingOf([asked, { content: 'Bad.' }], { tools: [] })],
    contextWith({ reasoning: 'drop' }),
  )
  expect(made.notes.map(({ kind, about, text }) => `${kind} ${about} ${text.split(':')[0]}`)).toEqual([
    'lost reasoning Chosen',
    'lost tools The runs were given different tools',
  ])
})

test('a mask of either run is up to the policy', () => {
  const { row, told } = rowFrom(preference, [
    leavingOf([asked, { content: 'Good.' }]),
    leavingOf([asked, { content: 'Bad.' }], {}, { masked: [1] }),
  ])
  expect([row, told]).toEqual([null, ['left-out mask by masks=leave-out: 1']])
})

test('arguments are text when asked for', () => {
  const { row } = rowFrom(
    preference,
    [leavingOf([asked, look('a')]), leavingOf([asked, { content: 'Bad.' }])],
    contextWith({}, { arguments: 'string' }),
  )
  expect(row).toMatchObject({ chosen: [{ tool_calls: [{ function: { arguments: '{"command": "ls"}' } }] }] })
})
