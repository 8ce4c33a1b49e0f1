import { describe, expect, it } from 'vitest'
import type { CallAct } from '#record'
import { loops } from '../../../../../src/core/measure/checks/loops/loops.ts'
import { isSameOutput } from '../../../../../src/core/measure/checks/loops/same-output.ts'
import { buildCall, buildExample, turn } from '../../../../support/examples.ts'
import { findIn, kindsIn, numbersOf, play, type Turn } from '../../../../support/findings.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const step =
  (command: string, output = 'done', isError = false): Turn =>
  (at) => {
    const [call, answer] = turn(at, shell(command), { isError })
    return [{ ...call }, { ...answer, content: output }]
  }
const fails = (command: string, output = 'no') => step(command, output, true)
const thinks: Turn = (at) => turn(at, { kind: 'think', thought: 'hm' })
const says =
  (content: string, role = 'assistant'): Turn =>
  () => [{ role, content }]
const edits =
  (path: string): Turn =>
  (at) => {
    const [call, answer] = turn(at, { kind: 'edit', path, change: { kind: 'create', text: '' } })
    return [{ calls: call?.calls?.map((one) => ({ ...one, argumentsText: JSON.stringify({ path }) })) ?? [] }, { ...answer }]
  }

const of = (...turns: Turn[]) => buildExample({ messages: play(turns) })
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const NUDGE = says('Please continue working on the task on whatever approach you think is suitable.', 'user')

describe('loops', () => {
  it.each<[string, Turn[], string[]]>([
    ['four times the same call with the same result', times(4, step('ls')), ['repeated-step']],
    ['three times', times(3, step('ls')), []],
    ['four times, with one other result', [...times(3, step('ls')), step('ls', 'other')], []],
    ['four times, with an edit between', [...times(2, step('ls')), edits('a.py'), ...times(2, step('ls'))], []],
    ['three failing calls', times(3, fails('make')), ['repeated-error', 'error-again']],
    ['two failing calls', times(2, fails('make')), ['error-again']],
    ['three failing calls with other errors', [fails('make', '1'), fails('make', '2'), fails('make', '3')], ['repeated-error']],
    ['two failing calls and one that works', [...times(2, fails('make')), step('make')], ['error-again']],
    ['one failing call', [fails('make'), step('make')], []],
    ['three times the same message', times(3, says('Done.')), ['repeated-message']],
    [
      'three times the same message, asked to go on between',
      [says('Done.'), NUDGE, says('Done.'), NUDGE, says(' Done.')],
      ['repeated-message'],
    ],
    ['three times the same message, with a call between', [says('Done.'), says('Done.'), step('ls'), says('Done.')], []],
    ['three times the same message, with a person between', [says('Done.'), says('No.', 'user'), says('Done.'), says('Done.')], []],
    ['A-B-A-B-A-B', times(3, [step('a'), step('b')]).flat(), ['alternation']],
    ['A-B-A-B-A', [...times(2, [step('a'), step('b')]).flat(), step('a')], []],
    ['A-B-A-B-A-B with changing results', [1, 2, 3].flatMap((n) => [step('a', `${n}.`), step('b')]), []],
    ['thinking between the same calls', times(4, [step('ls'), thinks]).flat(), ['repeated-step']],
    ['nothing but thinking', times(6, thinks), []],
  ])('%s', (_, turns, kinds) => {
    expect(kindsIn(loops, of(...turns))).toEqual(kinds)
  })

  it('are as long as they go on, and are shown where they became one, with their start', () => {
    const example = of(step('cd x'), ...times(9, step('ls')))
    expect(numbersOf(loops, example)).toEqual({ stalls: 1, longest_error_repeat: 0 })
    const [found] = findIn(loops, example)
    expect(found).toMatchObject({ text: expect.stringContaining('9 times'), at: { messageIndex: 8, field: 'arguments', call: 0 } })
    expect(found?.parts.map(({ what, at }) => [what, at.messageIndex])).toEqual([
      ['earlier', 2],
      ['earlier', 4],
      ['earlier', 6],
      ['output', 9],
    ])
  })

  it('do not overlap', () => {
    expect(kindsIn(loops, of(...times(4, step('a')), ...times(4, step('b')), ...times(3, [step('c'), step('d')]).flat()))).toEqual([
      'repeated-step',
      'repeated-step',
      'alternation',
    ])
  })

  it('take calls with one answer together for one step', () => {
    const block = buildCall(shell('ls'), { resultIndex: 1, protocol: 'fence' })
    const answer = {
      role: 'user',
      content: 'Please always provide EXACTLY ONE action',
      result: { call: { messageIndex: 0, callIndex: 0 }, exitCode: null, isError: true, isTruncated: false },
    }
    const example = buildExample({ messages: [{ calls: times(5, block) }, answer] })
    expect(numbersOf(loops, example)).toEqual({ stalls: 0, longest_error_repeat: 1 })
  })
})

describe('the longest error repeat', () => {
  it.each<[string, Turn[], number]>([
    ['is 0 without errors', times(3, step('ls')), 0],
    ['is 1 for errors that differ', [fails('a'), fails('b')], 1],
    ['counts the same call in a row or not', [fails('a'), step('ls'), fails('a'), step('pwd'), fails('a')], 3],
    ['begins anew once files have changed', [fails('pytest'), edits('a.py'), fails('pytest'), edits('b.py'), fails('pytest')], 1],
    ['takes another error of a command for progress', [fails('a', 'no numpy'), step('pip install numpy'), fails('a', 'no cython')], 1],
    ['takes the same change made again for no change', times(3, fails('sed -i s/a/b/ x.py')), 3],
  ])('%s', (_, turns, count) => {
    expect(numbersOf(loops, of(...turns)).longest_error_repeat).toBe(count)
  })

  it('counts a failing edit over the whole run, whatever else is edited', () => {
    const failing: Turn = (at) => turn(at, { kind: 'edit', path: 'a.py', change: { kind: 'undo' } }, { isError: true })
    expect(numbersOf(loops, of(failing, edits('b.py'), failing, edits('c.py'), failing)).longest_error_repeat).toBe(3)
  })
})

describe('outputs are the same', () => {
  it.each([
    ['3 passed in 0.52s', '3 passed in 1.07s'],
    ['<Foo at 0x7f0a12bc>', '<Foo at 0x7f0a99ff>'],
    ['2025-11-18 17:42:11,123 INFO', '2025-11-18 17:42:59,001 INFO'],
    ['cp /tmp/tmpab12cd34/x', 'cp /tmp/tmpzz99yy88/x'],
    ['[1] 4711\nstarted', '[1] 4799\nstarted'],
    ['process PID=41', 'process PID=42'],
  ])('but for what always changes: %j', (first, second) => {
    expect(isSameOutput(first, second)).toBe(true)
  })

  it.each([
    ['3 passed in 0.52s', '4 passed in 0.52s'],
    ['line 12', 'line 13'],
    ['version 1.2', 'version 1.3'],
    ['a', 'a '],
  ])('no more than that: %j and %j', (first, second) => {
    expect(isSameOutput(first, second)).toBe(false)
  })
})
