import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { CallAct } from '#record'
import { buildCall, buildExample, type MessageSketch, turn } from '../../../support/examples.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const of = (messages: MessageSketch[], known: Parameters<typeof buildExample>[0] = {}) =>
  measureExample(buildExample({ ...known, messages }))

describe('the end of a run', () => {
  it('is told by its last messages where the row states nothing', () => {
    expect(of([...turn(0, shell('ls')), { calls: [buildCall({ kind: 'finish' })] }]).run_end).toBe('submitted')
    expect(of([...turn(0, shell('submit')), { content: 'Done.' }]).run_end).toBe('submitted')
    expect(of([...turn(0, shell('ls')), { content: 'Done.' }]).run_end).toBe('message')
    expect(of(turn(0, shell('ls'))).run_end).toBe('open')
    expect(of([{ calls: [buildCall(shell('ls'))] }]).run_end).toBe('open')
    expect(of([...turn(0, shell('ls')), { role: 'user', content: 'Exit due to cost limit' }]).run_end).toBe('limit')
    expect(of([{ role: 'user', content: 'go' }]).run_end).toBeNull()
  })

  it.each([
    ['Submitted', 'submitted'],
    ['submitted (exit_cost)', 'limit'],
    ['exit_context', 'limit'],
    ['LimitsExceeded', 'limit'],
    ['RuntimeError: Agent reached maximum iteration in headless mode', 'limit'],
    ['exit_total_execution_time', 'limit'],
    ['exit_environment_error', 'error'],
    ['exit_format', 'error'],
    ['AgentStuckInLoopError: Agent got stuck in a loop', 'error'],
    ['RetryError', 'error'],
    ['early', 'message'],
  ])('by exit status %j is %s', (status, end) => {
    const messages = [...turn(0, shell('ls')), { content: 'Done.' }]
    expect(of(messages, { metadata: { exit_status: status } }).run_end).toBe(end)
    expect(of(messages, { extra: { exit_status: status } }).run_end).toBe(end)
    expect(of([...messages, { role: 'assistant', extra: { extra: { exit_status: status } } }]).run_end).toBe(end)
  })

  it('reads OpenHands’ error, and nothing into statuses that are no text', () => {
    const messages = turn(0, shell('ls'))
    expect(of(messages, { extra: { error: 'There was an unexpected error while running the agent' } }).run_end).toBe('error')
    expect(of(messages, { extra: { error: null, exit_status: 3 }, metadata: { exit_status: ' ' } }).run_end).toBe('open')
  })
})

describe('nudges', () => {
  it('are the user turns that OpenHands writes by itself', () => {
    const nudge = 'Please continue working on the task on whatever approach you think is suitable.'
    const messages = [
      { role: 'user', content: 'Please continue working' },
      { content: nudge },
      { role: 'user', content: nudge },
      { role: 'user' },
    ]
    expect(of(messages).nudges).toBe(2)
  })
})

describe('thinking', () => {
  it('is counted by turns that carry reasoning', () => {
    const messages = [{ reasoning: 'a' }, { reasoning: ' ' }, { reasoning: null }, { role: 'user', reasoning: 'b' }]
    expect(of(messages)).toMatchObject({ is_thinking: true, thinking_turns: 1 })
    expect(of(messages, { metadata: { teacher_model: { enable_thinking: false } } })).toMatchObject({
      is_thinking: false,
      thinking_turns: 1,
    })
  })
})
