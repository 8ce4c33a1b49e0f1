import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { CallAct } from '#record'
import { buildCall, buildExample, type MessageSketch, turn } from '../../../support/examples.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const edit: CallAct = { kind: 'edit', path: 'x.py', change: { kind: 'create', text: '1' } }
const of = (messages: MessageSketch[]) => measureExample(buildExample({ messages }))
const result = { call: null, exitCode: null, isError: false, isTruncated: false }

describe('measures of turns and calls', () => {
  it('tell turns, those with calls and those with more than one', () => {
    const messages = [
      { content: 'hello' },
      ...turn(1, shell('ls')),
      { calls: [buildCall(shell('a')), buildCall(shell('b'))] },
      { role: 'user' },
    ]
    expect(of(messages)).toMatchObject({ steps: 3, turns_with_calls: 2, parallel_turns: 1, calls: 3 })
  })

  it('count what nothing answers, but for the call that hands the work in', () => {
    const messages = [
      ...turn(0, shell('ls')),
      { calls: [buildCall(shell('a')), buildCall(shell('submit')), buildCall({ kind: 'finish' })] },
    ]
    expect(of(messages).dangling_calls).toBe(1)
  })

  it('count results that nothing asked for', () => {
    expect(of([...turn(0, shell('ls')), { role: 'tool', result }]).unasked_results).toBe(1)
  })

  it('count no edit that its tool refused, but one in a command that failed later on', () => {
    expect(of(turn(0, edit, { isError: true })).edits).toBe(0)
    expect(of(turn(0, shell('sed -i s/a/b/ x.py && pytest'), { isError: true, exitCode: 1 })).edits).toBe(1)
  })

  it('take calls of a turn that the harness refused for failed, and for nothing else', () => {
    const facts = { call: { messageIndex: 0, callIndex: 0 }, exitCode: null, isError: true, isTruncated: false }
    const calls = ['pytest', 'cat > x.py', 'submit'].map((command) => buildCall(shell(command), { resultIndex: 1 }))
    const messages = [{ calls }, { role: 'user', content: 'Please always provide EXACTLY ONE action', result: facts }]
    expect(of(messages)).toMatchObject({ calls: 3, failed_calls: 3, test_runs: 0, edits: 0, finished: false, dangling_calls: 0 })
  })

  it('count by tool, whatever a tool is called', () => {
    const named = (name: string, resultIndex: number | null = null) => buildCall(shell('ls'), { name, resultIndex })
    const failed = { ...result, isError: true }
    const messages = [{ calls: [named('__proto__', 1), named('constructor'), named('__proto__')] }, { role: 'tool', result: failed }]
    expect(of(messages).tools).toEqual([
      { key: '__proto__', amounts: [2, 1] },
      { key: 'constructor', amounts: [1, 0] },
    ])
  })

  it('are linear in the run: 50,000 calls and a command of 1 MB', () => {
    const start = performance.now()
    const calls = Array.from({ length: 50_000 }, (_, at) => buildCall(shell(`cat ${at % 100}.py`)))
    const long = buildCall(shell(`cat <<EOF > x.py\n${'x = 1\n'.repeat(170_000)}EOF`))
    const values = of([{ calls: [...calls, long, long, long] }])
    expect(values).toMatchObject({ calls: 50_003, edits: 3, files_read: 100, repeated_calls: 49_902, longest_repeat: 3 })
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
