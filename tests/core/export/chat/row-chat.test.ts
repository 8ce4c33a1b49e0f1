import { describe, expect, test } from 'vitest'
import { rowChat } from '../../../../src/core/export/chat/row-chat.ts'
import { answerTo, callWith, contextWith, leavingOf, shortRun } from '../../../support/leaving.ts'

const ALL = { reasoning: true, masks: true }
const NOTHING = { reasoning: false, masks: false }
const told = ({ book }: ReturnType<typeof rowChat>) =>
  book.notes.map(({ kind, about, policy, messages }) => [kind, about, policy, messages])

describe('reasoning', () => {
  const looked = (policy: 'as-is' | 'into-content' | 'drop', says = ALL) =>
    rowChat(leavingOf(shortRun()), contextWith({ reasoning: policy }), says)
  test('stays where the format has a field for it', () => {
    const made = looked('as-is')
    expect(made.chat.messages[2]?.reasoning_content).toBe('Hm.')
    expect(told(made)).toEqual([])
  })
  test('is told as lost where the format has none', () => {
    const made = looked('as-is', NOTHING)
    expect(made.chat.messages[2]).not.toHaveProperty('reasoning_content')
    expect(told(made)).toEqual([['lost', 'reasoning', 'reasoning=as-is', [2]]])
  })
  test('goes in front of the content when asked to', () => {
    const made = looked('into-content', NOTHING)
    expect(made.chat.messages[2]).toMatchObject({ content: '<think>\nHm.\n</think>\n\nI look.' })
    expect(told(made)).toEqual([['changed', 'reasoning', 'reasoning=into-content', [2]]])
  })
  test('is dropped when asked to', () => {
    expect(told(looked('drop'))).toEqual([['lost', 'reasoning', 'reasoning=drop', [2]]])
  })
  test('that is empty goes without a word', () => {
    const made = rowChat(leavingOf([{ content: 'x', reasoning: '' }]), contextWith({ reasoning: 'into-content' }), ALL)
    expect([made.chat.messages, told(made)]).toEqual([[{ role: 'assistant', content: 'x' }], []])
  })
})

describe('masks', () => {
  const masked = (policy: 'leave-out' | 'take-whole' | 'refuse', says = NOTHING) =>
    rowChat(leavingOf(shortRun(), {}, { masked: [1, 2] }), contextWith({ masks: policy, reasoning: 'drop' }), says)
  test.each([
    ['leave-out', 'left-out', true],
    ['take-whole', 'lost', false],
    ['refuse', 'left-out', true],
  ] as const)('are up to the policy %s where the format cannot say them', (policy, kind, isLeftOut) => {
    const made = masked(policy)
    expect(made.isLeftOut).toBe(isLeftOut)
    expect(told(made)).toContainEqual([kind, 'mask', `masks=${policy}`, [2]])
  })
  test('are the format’s own affair where it can', () => {
    const made = masked('leave-out', ALL)
    expect([...made.chat.masked, made.isLeftOut]).toEqual([1, 2, false])
  })
  test('of every turn keep the example out', () => {
    const made = rowChat(leavingOf(shortRun(), {}, { masked: [2, 4] }), contextWith(), ALL)
    expect([made.isLeftOut, ...told(made)]).toEqual([true, ['left-out', 'mask', null, []]])
  })
})

test('an example in which nobody answers stays out', () => {
  const made = rowChat(leavingOf([{ role: 'user', content: 'Hello?' }]), contextWith(), ALL)
  expect([made.isLeftOut, ...told(made)]).toEqual([true, ['left-out', 'content', null, []]])
})

describe('an example longer than the context', () => {
  const step = (at: number) => [{ calls: [callWith('{}')] }, answerTo(at, 'word '.repeat(200))]
  const long = () => leavingOf([{ role: 'user', content: 'Go.' }, ...step(1), ...step(3), { content: 'Done.' }], { tools: [] })
  const trimmed = (overlong: 'take' | 'leave-out' | 'cut', contextLength: number) =>
    rowChat(long(), contextWith({ overlong }, { contextLength }), ALL)
  test('is not told when it fits', () => {
    expect(told(trimmed('cut', 1_000))).toEqual([])
  })
  test('is taken and told', () => {
    expect(told(trimmed('take', 300))).toEqual([['lost', 'length', 'overlong=take', []]])
  })
  test('is left out', () => {
    expect([trimmed('leave-out', 300).isLeftOut, trimmed('cut', 50).isLeftOut]).toEqual([true, true])
  })
  test('is cut after the last whole step that fits', () => {
    const made = trimmed('cut', 300)
    expect([made.chat.messages.length, made.chat.indexes]).toEqual([3, [0, 1, 2]])
    expect(told(made)).toEqual([['lost', 'length', 'overlong=cut', [3, 4, 5]]])
  })
})
