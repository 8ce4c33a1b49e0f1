import { describe, expect, it } from 'vitest'
import { collapseRuns } from '../../../src/renderer/example/logic/collapse-runs.ts'
import { jumpFrom } from '../../../src/renderer/example/logic/jumps.ts'
import { minimapRows, rowAt } from '../../../src/renderer/example/logic/minimap-rows.ts'
import { entryOfMessage, filterOutline, outlineOf } from '../../../src/renderer/example/logic/outline.ts'
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
    expect(filterOutline(entries, ['test']).map((entry) => entry.message)).toEqual([6])
    expect(filterOutline(entries, ['error']).map((entry) => entry.message)).toEqual([6])
    expect(filterOutline(entries, ['edit']).map((entry) => entry.message)).toEqual([4])
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
    expect(filterOutline(outlineOf(run([stray])), ['finding'])).toEqual([])
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
    expect(jumpFrom(entries, 2, { direction: 1, kind: 'all' })?.message).toBe(4)
    expect(jumpFrom(entries, 2, { direction: -1, kind: 'all' })?.message).toBe(1)
  })

  it('stops at the ends unless it wraps', () => {
    expect(jumpFrom(entries, 8, { direction: 1, kind: 'all' })).toBeUndefined()
    expect(jumpFrom(entries, 8, { direction: 1, kind: 'edit', wraps: true })?.message).toBe(4)
    expect(jumpFrom(entries, 0, { direction: -1, kind: 'error', wraps: true })?.message).toBe(6)
  })

  it('goes nowhere when nothing matches', () => {
    expect(jumpFrom(outlineOf(run([message(0, 'user', 'x')])), 0, { direction: 1, kind: 'test', wraps: true })).toBeUndefined()
  })
})

describe('narrowing the outline', () => {
  it('takes several kinds at once, and none for all', () => {
    const entries = outlineOf(RUN)
    expect(filterOutline(entries, ['edit', 'test']).map((entry) => entry.message)).toEqual([4, 6])
    expect(filterOutline(entries, [])).toHaveLength(6)
  })

  it('knows turns that only think, and messages that are out of the loss', () => {
    const entries = outlineOf(
      run([message(0, 'assistant', 'Hm.'), message(1, 'assistant', '', { calls: [call({ kind: 'think', thought: 'x' })] })]),
      undefined,
      new Set([1]),
    )
    expect(entries.map((entry) => [entry.isThought, entry.isMasked])).toEqual([
      [true, false],
      [true, true],
    ])
  })
})

describe('runs of like calls', () => {
  const view = (index: number, path: string) =>
    message(index, 'assistant', '', { calls: [call({ kind: 'view', path }, { name: 'editor' })] })
  const shells = (...commands: string[]) => commands.map((command, i) => message(10 + i, 'assistant', '', { calls: [shell(command)] }))
  const titles = (messages: Parameters<typeof run>[0], opened: number[] = []) =>
    collapseRuns(outlineOf(run(messages)), new Set(opened)).map((line) => (line.kind === 'run' ? line.title : line.entry.title))

  it('become one line from three on, named by what their titles begin with', () => {
    expect(titles([view(0, 'a.py'), view(1, 'b.py'), view(2, 'c.py'), view(3, 'c.py')])).toEqual(['4 × view'])
    expect(titles([view(0, 'a.py'), view(1, 'b.py')])).toEqual(['view a.py', 'view b.py'])
    expect(titles(shells('grep -rn x a', 'grep -rn y b', 'grep -rn z'))).toEqual(['3 × grep -rn'])
    expect(titles(shells('pytest -q', 'pytest -q', 'pytest -q'))).toEqual(['3 × pytest -q'])
  })

  it('end where another program, tool or a turn of several calls comes', () => {
    const many = message(9, 'assistant', '', { calls: [shell('ls'), shell('ls')] })
    expect(titles([...shells('ls', 'ls', 'cat a', 'ls', 'ls', 'ls'), { ...many, index: 20 }])).toEqual([
      'ls',
      'ls',
      'cat a',
      '3 × ls',
      'ls +1',
    ])
  })

  it('carry the strongest mark of their steps and all their tokens, and open', () => {
    const failing = [...shells('make', 'make', 'make'), answer(13, 11, { isError: true })]
    const [line] = collapseRuns(outlineOf(run(failing)), new Set())
    expect(line).toMatchObject({ kind: 'run', mark: 'error', tokens: 40, entries: [{ message: 10 }, { message: 11 }, { message: 12 }] })
    expect(titles(failing, [10])).toEqual(['make', 'make', 'make'])
  })
})

describe('the minimap', () => {
  it('has a row a step while there is room', () => {
    expect(minimapRows(outlineOf(RUN), 48)).toHaveLength(6)
  })

  it('puts neighbours together when there is not, keeping all that happened and the largest of them', () => {
    const rows = minimapRows(outlineOf(RUN), 2)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({ isTest: true, isError: true, isEdit: true, isFound: false, tokens: 20, first: 4, last: 8 })
  })

  it('knows the row of a message', () => {
    const rows = minimapRows(outlineOf(RUN), 48)
    expect([0, 3, 7, 99].map((at) => rowAt(rows, at))).toEqual([0, 2, 4, 5])
    expect(rowAt([], 3)).toBe(-1)
  })
})
