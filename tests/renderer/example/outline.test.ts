import { describe, expect, it } from 'vitest'
import { jumpFrom } from '../../../src/renderer/example/logic/jumps.ts'
import { entryOfMessage, filterOutline, outlineOf } from '../../../src/renderer/example/logic/outline.ts'
import { tokenBars } from '../../../src/renderer/example/logic/token-bars.ts'
import { answer, call, message, run, shell } from './message-builder.ts'

const edit = call({ kind: 'edit', path: 'src/lang/StringUtils.java', change: { kind: 'replace', before: 'a', after: 'b' } })
const RUN = run([
  message(0, 'system', 'You are'),
  message(1, 'user', 'Fix it'),
  message(2, 'assistant', '', { calls: [shell('grep -rn isBlank')] }),
  answer(3, 2),
  message(4, 'assistant', '', { calls: [edit] }),
  answer(5, 4),
  message(6, 'assistant', '', { calls: [shell('mvn test', { isTest: true })] }),
  answer(7, 6, { exitCode: 1, isError: true }),
  message(8, 'assistant', '', { calls: [call({ kind: 'finish' }, { name: 'submit' })] }),
])

describe('the outline of a run', () => {
  it('has one line a step and one for each message outside every step', () => {
    expect(outlineOf(RUN).map((entry) => [entry.message, entry.step, entry.title])).toEqual([
      [0, null, 'System'],
      [1, null, 'Task'],
      [2, 1, 'grep -rn isBlank'],
      [4, 2, 'edit StringUtils.java'],
      [6, 3, 'mvn test · failed'],
      [8, 4, 'submit'],
    ])
  })

  it('marks what happened, an error over a test over an edit', () => {
    expect(outlineOf(RUN).map((entry) => entry.mark)).toEqual(['plain', 'plain', 'plain', 'edit', 'error', 'finish'])
  })

  it('counts the tokens of a turn with its results', () => {
    expect(outlineOf(RUN)[2]?.tokens).toBe(20)
  })

  it('keeps failed tests under test and under error', () => {
    const entries = outlineOf(RUN)
    expect(filterOutline(entries, 'test').map((entry) => entry.message)).toEqual([6])
    expect(filterOutline(entries, 'error').map((entry) => entry.message)).toEqual([6])
    expect(filterOutline(entries, 'edit').map((entry) => entry.message)).toEqual([4])
  })

  it('names a turn of several calls after the most telling one', () => {
    const turn = message(0, 'assistant', '', { calls: [shell('ls'), edit, shell('cat a')] })
    expect(outlineOf(run([turn]))[0]?.title).toBe('edit StringUtils.java +2')
  })

  it('names a turn without calls by its first words, and an empty one as such', () => {
    expect(outlineOf(run([message(0, 'assistant', ' I am\ndone ')]))[0]?.title).toBe('I am done')
    expect(outlineOf(run([message(0, 'assistant')]))[0]?.title).toBe('empty message')
  })

  it('lists a result nobody asked for', () => {
    const stray = message(3, 'tool', 'x', { result: { call: null, exitCode: 2, isError: true, isTruncated: false } })
    expect(outlineOf(run([stray]))[0]).toMatchObject({ title: 'Result without a call', mark: 'error' })
  })

  it('marks a step with findings as such, whatever else happened in it', () => {
    const stray = message(3, 'tool', 'x', { result: { call: null, exitCode: 2, isError: true, isTruncated: false } })
    const [entry] = outlineOf(run([stray]), new Set([3]))
    expect(entry).toMatchObject({ mark: 'finding', isFound: true, isError: true })
    expect(filterOutline(outlineOf(run([stray])), 'finding')).toEqual([])
  })

  it('is empty for a run without messages', () => {
    expect(outlineOf({ messages: [], steps: [] })).toEqual([])
  })

  it('finds the entry of a result, and the last one before a message it does not know', () => {
    const entries = outlineOf(RUN)
    expect(entryOfMessage(entries, 7)?.message).toBe(6)
    expect(entryOfMessage(entries, 99)?.message).toBe(8)
  })
})

describe('jumping', () => {
  const entries = outlineOf(RUN)

  it('goes to the next and the previous entry', () => {
    expect(jumpFrom(entries, 2, { direction: 1, filter: 'all' })?.message).toBe(4)
    expect(jumpFrom(entries, 2, { direction: -1, filter: 'all' })?.message).toBe(1)
  })

  it('stops at the ends unless it wraps', () => {
    expect(jumpFrom(entries, 8, { direction: 1, filter: 'all' })).toBeUndefined()
    expect(jumpFrom(entries, 8, { direction: 1, filter: 'edit', wraps: true })?.message).toBe(4)
    expect(jumpFrom(entries, 0, { direction: -1, filter: 'error', wraps: true })?.message).toBe(6)
  })

  it('goes nowhere when nothing matches', () => {
    expect(jumpFrom(outlineOf(run([message(0, 'user', 'x')])), 0, { direction: 1, filter: 'test', wraps: true })).toBeUndefined()
  })
})

describe('tokens a step', () => {
  it('has a bar a step while there is room', () => {
    expect(tokenBars(outlineOf(RUN), 48)).toHaveLength(6)
  })

  it('groups steps when there are more than bars, keeping the largest and the strongest mark', () => {
    const bars = tokenBars(outlineOf(RUN), 2)
    expect(bars).toHaveLength(2)
    expect(bars[1]).toMatchObject({ mark: 'error', tokens: 20, lastMessage: 8 })
  })
})
