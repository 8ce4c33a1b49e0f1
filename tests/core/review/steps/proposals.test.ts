import { describe, expect, test } from 'vitest'
import type { CallAct, ResultFacts } from '#record'
import { type ProposalKind, proposeMasks } from '#review'
import { buildCall, buildExample, type MessageSketch, turn } from '../../../support/examples.ts'

type Done = [
  act: CallAct,
  content?: string,
  facts?: Partial<ResultFacts>,
  reading?: { isTest?: boolean; isRefused?: boolean; isEdit?: boolean },
]

/** What is proposed of a run of turns with one call each, the last of which hands in: message 2n is turn n. */
function proposed(kind: ProposalKind, ...done: Done[]): number[][] {
  const messages: MessageSketch[] = done.flatMap(([act, content = 'ok', facts = {}], i) => {
    const [made, answer] = turn(i * 2, act, { isError: facts.exitCode !== undefined && facts.exitCode !== 0, ...facts })
    return [
      { ...made, calls: [{ ...buildCall(act, { resultIndex: i * 2 + 1 }), argumentsText: JSON.stringify(act) }] },
      { ...answer, content },
    ]
  })
  const readings = done.map(([act, , , reading = {}]) => ({ isTest: false, isRefused: false, isEdit: act.kind === 'edit', ...reading }))
  const example = buildExample({ messages: [...messages, { content: 'Done.' }] })
  return proposeMasks(example, readings)
    .filter((one) => one.kind === kind)
    .map((one) => one.messages)
}

const run = (command: string): CallAct => ({ kind: 'shell', command })
const replace = (before: string, after: string, path = '/a.py'): CallAct => ({
  kind: 'edit',
  path,
  change: { kind: 'replace', before, after },
})
const undo: CallAct = { kind: 'edit', path: '/a.py', change: { kind: 'undo' } }
const create = (path: string): CallAct => ({ kind: 'edit', path, change: { kind: 'create', text: 'x' } })
const failed = { exitCode: 1 }

describe('an error step', () => {
  test('is a call that never did its work', () => {
    const edit: Done = [replace('x', 'y'), 'No replacement was performed', { isError: true }]
    expect(proposed('error-step', edit)).toEqual([[0]])
    expect(proposed('error-step', [run('foo'), 'bash: foo: command not found', { exitCode: 127 }])).toEqual([[0]])
    expect(proposed('error-step', [run('cat b'), 'cat: b: No such file or directory\n[exit 1]', failed])).toEqual([[0]])
    expect(proposed('error-step', [run('vi'), '[The command timed out after 120 seconds.', { isError: true }])).toEqual([[0]])
    expect(proposed('error-step', [run('ls'), 'one action please', { isError: false }, { isRefused: true }])).toEqual([[0]])
  })

  test('is no failing test, script or search: they tell something', () => {
    expect(proposed('error-step', [run('pytest'), '1 failed', failed, { isTest: true }])).toEqual([])
    expect(proposed('error-step', [run('python a.py'), 'Traceback (most recent call last):\nValueError: x', failed])).toEqual([])
    expect(proposed('error-step', [run('grep x a.py'), '', failed])).toEqual([])
    expect(proposed('error-step', [run('sh try.sh'), 'grep: out.html: No such file or directory', failed])).toEqual([])
    expect(proposed('error-step', [run('C-c'), '^C', { exitCode: 130 }])).toEqual([])
  })

  test('is not told apart in 20 MB of one letter by walking it again and again', () => {
    expect(proposed('error-step', [run('cat'), `cat: ${'a'.repeat(20_000_000)}`, failed])).toEqual([])
  })
})

describe('a detour', () => {
  test('is an edit that is taken back, with what takes it back', () => {
    expect(proposed('detour', [replace('a', 'b')], [run('make')], [replace('b', 'a')])).toEqual([[0, 4]])
    expect(proposed('detour', [replace('a', 'b')], [undo])).toEqual([[0, 2]])
    expect(proposed('detour', [replace('a', 'b')], [undo], [undo])).toEqual([[0, 2]])
    expect(proposed('detour', [replace('a', 'b')], [replace('b', 'c')], [replace('c', 'b')], [undo])).toEqual([[4, 6]])
    expect(proposed('detour', [replace('a', 'b')], [replace('b', 'a')], [undo], [undo])).toEqual([
      [0, 6],
      [2, 4],
    ])
    expect(proposed('detour', [replace('a', 'b')], [replace('b', 'a', '/b.py')])).toEqual([])
    expect(proposed('detour', [replace('a', 'b')], [replace('b', 'a'), 'no', { isError: true }])).toEqual([])
  })

  test('is a file nobody used before it was removed', () => {
    expect(proposed('detour', [create('/t.py')], [run('cd /x && rm -f t.py')])).toEqual([[0, 2]])
    expect(proposed('detour', [create('/t.py')], [run('rm t.py; pytest -k other')])).toEqual([[0]])
    expect(proposed('detour', [create('/t.py')], [run('python t.py')], [run('rm t.py')])).toEqual([])
    expect(proposed('detour', [create('/t.py')], [run('pytest'), 'ok', {}, { isTest: true }], [run('rm t.py')])).toEqual([])
  })

  test('is the same call for the same answer, or failing again, with nothing changed in between', () => {
    expect(proposed('detour', [run('cat a')], [run('ls')], [run('cat a')])).toEqual([[4]])
    expect(proposed('detour', [run('x'), 'at 1 s', failed], [run('x'), 'at 2 s', failed])).toEqual([[2]])
    expect(proposed('detour', [run('cat a')], [replace('a', 'b')], [run('cat a')])).toEqual([])
    expect(proposed('detour', [run('cat a')], [run('git checkout b')], [run('cat a')])).toEqual([])
    expect(proposed('detour', [run('date'), 'one'], [run('date'), 'two'])).toEqual([])
    expect(proposed('detour', [run('true'), ''], [run('true'), ''])).toEqual([])
  })
})

test('a think-only turn calls nothing but thinking, and is neither the last nor the answer a harness did not take', () => {
  const user = { role: 'user' as const, content: 'Go on.' }
  const told = buildExample({
    messages: [...turn(0, run('ls')), { content: 'Solved.' }, user, { content: 'Solved, again.' }, user, ...turn(6, { kind: 'finish' })],
  })
  expect(proposeMasks(told, []).map(({ messages }) => messages)).toEqual([[4]])
  expect(proposed('think-only', [{ kind: 'think', thought: 'hm' }], [run('ls')])).toEqual([[0]])
  const words = buildExample({ messages: [{ content: 'I will.' }, { role: 'user', content: 'Go on.' }, { content: 'Done.' }] })
  expect(proposeMasks(words, []).map(({ messages, text }) => [messages, text])).toEqual([[[0], 'It calls nothing.']])
})
