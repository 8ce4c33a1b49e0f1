import { describe, expect, test } from 'vitest'
import type { Json } from '#record'
import { chatOf } from '../../../../src/core/export/chat/chat-of.ts'
import { answerTo, callWith, leavingOf, shortRun } from '../../../support/leaving.ts'

const chatFrom = (...[messages, known]: Parameters<typeof leavingOf>) => chatOf(leavingOf(messages, known).edited)

test('a run leaves as messages with calls and answers tied by made-up ids', () => {
  const { chat, notes } = chatFrom(shortRun())
  expect(notes).toEqual([])
  expect(chat.messages.slice(2)).toEqual([
    {
      role: 'assistant',
      content: 'I look.',
      reasoning_content: 'Hm.',
      tool_calls: [{ id: 'call_2_0', type: 'function', function: { name: 'execute_bash', arguments: { command: 'ls' } } }],
    },
    { role: 'tool', content: 'a.py', tool_call_id: 'call_2_0', name: 'execute_bash' },
    { role: 'assistant', content: 'Done.' },
  ])
})

test('of calls with one id the first keeps it, and answers go by the call', () => {
  const same = { id: 'c1' }
  const { chat, notes } = chatFrom([
    { role: 'user', content: 'Go.' },
    { calls: [callWith('{}', same), callWith('{}', same), callWith('{}', { id: 'call_1_1' })] },
    answerTo(1, 'second', 1),
    answerTo(1, 'first', 0),
  ])
  expect(chat.messages[1]?.tool_calls?.map(({ id }) => id)).toEqual(['c1', 'call_1_1_', 'call_1_1'])
  expect(chat.messages.slice(2).map(({ tool_call_id: id }) => id)).toEqual(['call_1_1_', 'c1'])
  expect(notes).toMatchObject([{ kind: 'changed', about: 'call-id', messages: [1] }])
})

test('a call has one answer: a second one is tied to nothing, and told', () => {
  const { chat, notes } = chatFrom([{ calls: [callWith('{}')] }, answerTo(0, 'one'), answerTo(0, 'two')])
  expect(chat.messages[1]).toHaveProperty('tool_call_id', 'call_0_0')
  expect(chat.messages[2]).toEqual({ role: 'tool', content: 'two', name: 'execute_bash' })
  expect(notes).toMatchObject([{ kind: 'lost', about: 'call-id', messages: [2] }])
})

test('no message has an empty list of calls', () => {
  const { chat } = chatFrom([{ content: 'Done.', calls: [] }])
  expect(chat.messages[0]).toEqual({ role: 'assistant', content: 'Done.' })
})

describe('arguments', () => {
  test.each([
    ['an object', '{"a": 1.0}', { a: 1 }, '{"a": 1.0}', []],
    ['nothing', '', {}, '{}', ['arguments']],
    ['half a text', '{"a": ', '{"a": ', '{"a": ', ['arguments']],
    ['a list', '[1]', '[1]', '[1]', ['arguments']],
    ['an object encoded twice', JSON.stringify('{"a": 1}'), { a: 1 }, '{"a":1}', ['arguments']],
    ['half of a UTF-16 pair', '{"a": "\\ud800"}', { a: '\ufffd' }, '{"a":"\ufffd"}', ['arguments']],
    ['a whole pair, escaped', '{"a": "\\ud83d\\ude00"}', { a: '😀' }, '{"a": "\\ud83d\\ude00"}', []],
  ])('that are %s', (_, text, value, written, told) => {
    const { chat, argumentTexts, notes } = chatFrom([{ calls: [callWith(text)] }])
    expect(chat.messages[0]?.tool_calls?.[0]?.function.arguments).toEqual(value)
    expect(argumentTexts.get('call_0_0')).toBe(written)
    expect(notes.map(({ about }) => about)).toEqual(told)
  })
})

test('halves of UTF-16 pairs leave as U+FFFD, and NUL as it is', () => {
  const { chat, notes } = chatFrom([{ content: 'a\ud800\0', reasoning: '\udc00' }], { tools: [{ name: 'x\ud800' }] })
  expect(chat.messages[0]).toEqual({ role: 'assistant', content: 'a\ufffd\0', reasoning_content: '\ufffd' })
  expect(chat.tools).toEqual([{ type: 'function', function: { name: 'x\ufffd' } }])
  expect(notes.map(({ kind, about }) => `${kind} ${about}`)).toEqual(['changed content', 'changed reasoning', 'changed tools'])
})

test('calls written in text stay there, and their answers keep their role', () => {
  const { chat } = chatFrom([
    { content: '```bash\nls\n```', calls: [callWith('{}', { protocol: 'fence' })] },
    { ...answerTo(0, 'a.py'), role: 'user' },
  ])
  expect(chat.messages).toEqual([
    { role: 'assistant', content: '```bash\nls\n```' },
    { role: 'user', content: 'a.py' },
  ])
})

test('tools leave in one form, those without a name stay behind', () => {
  const tools: Json[] = [
    { name: 'a', parameters: '{"type": "object"}' },
    { type: 'custom', function: { name: 'b', parameters: null } },
    { type: 'function' },
    'c',
  ]
  const { chat, notes } = chatFrom([{ content: 'x' }], { tools })
  expect(chat.tools).toEqual([
    { type: 'function', function: { name: 'a', parameters: { type: 'object' } } },
    { type: 'function', function: { name: 'b' } },
  ])
  expect(notes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'lost'])
})
