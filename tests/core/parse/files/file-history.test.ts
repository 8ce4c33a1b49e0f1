import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callFactsOf } from '#measure'
import { fileHistory, isWhole } from '#parse'
import type { Example } from '#record'
import { buildCall, buildMessage, buildR1, buildTurn, parseExample } from '../../../support/rows.ts'
import { type Move, playEditor } from './editor-run.ts'

const historyOf = (example: Example) => fileHistory(example, callFactsOf(example))

const line = fc.constantFrom('a = 1', 'b', 'return a', '\tif a:', 'x(y)', 'é = 2', 'pass', 'def f():')
const lines = (most: number) => fc.array(line, { minLength: 1, maxLength: most })
const place = fc.integer({ min: 1, max: 30 })
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('replace' as const), line: place, lines: fc.integer({ min: 1, max: 3 }), by: lines(4) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert' as const), line: place, text: lines(3).map((all) => all.join('\n')) }) },
  { weight: 2, arbitrary: fc.constant<Move>({ kind: 'undo' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('view' as const), first: place, last: place }) },
  { weight: 1, arbitrary: fc.constant<Move>({ kind: 'viewAll' }) },
)
const checkout = fc.record({ kind: fc.constant('checkout' as const), lines: lines(30) })

/** A run of mini-swe-agent: one shell command a step, with what it printed. */
function shellRun(...calls: [command: string, printed: string][]): Example {
  const trajectory = calls.flatMap(([command, printed]) => [
    buildTurn(buildCall('bash', { command })),
    buildMessage('tool', `<returncode>0</returncode>\n<output>\n${printed}</output>`),
  ])
  return { ...parseExample(buildR1({ trajectory: [buildMessage('user', 'Go.'), ...trajectory] })), harness: 'minisweagent' }
}

function known(example: Example, path: string, step: number): string | null {
  const state = historyOf(example).stateAt(path, step)
  return state.kind === 'text' ? state.lines.map((text) => text ?? '?').join('|') : state.kind
}

describe('a file as it stood after a step', () => {
  it('is whole after every edit when the run made it', () => {
    fc.assert(
      fc.property(lines(30), fc.array(move, { maxLength: 12 }), (start, moves) => {
        const { example, path, truth } = playEditor(
          [],
          [{ kind: 'create', text: start.join('\n') }, ...moves.filter(({ kind }) => kind !== 'undo')],
        )
        const history = historyOf(example)
        expect(history.stateAt(path, 0)).toEqual({ kind: 'absent' })
        for (const [step, expected] of truth.entries()) {
          if (step > 0)
            expect(history.stateAt(path, step)).toMatchObject({ kind: 'text', lines: expected, total: expected.length, why: '' })
        }
      }),
      { numRuns: 150 },
    )
  })

  it('never says a line that did not stand there, however little was seen', () => {
    fc.assert(
      fc.property(
        lines(40),
        fc.array(fc.oneof({ weight: 9, arbitrary: move }, { weight: 1, arbitrary: checkout }), { maxLength: 14 }),
        (start, moves) => {
          const { example, path, truth } = playEditor(start, moves)
          const history = historyOf(example)
          for (const [step, expected] of truth.entries()) {
            const state = history.stateAt(path, step)
            if (state.kind !== 'text') continue
            if (state.total !== null) expect(state.total).toBe(expected.length)
            for (const [i, text] of state.lines.entries()) if (text !== undefined) expect(text).toBe(expected[i])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is known again, and whole, once it was shown whole', () => {
    const { example, path, truth } = playEditor(['a', 'b', 'c'], [{ kind: 'view', first: 2, last: 2 }, { kind: 'viewAll' }])
    expect(historyOf(example).stateAt(path, 1)).toMatchObject({ kind: 'text', lines: [undefined, 'b'], total: null })
    const state = historyOf(example).stateAt(path, 2)
    expect(isWhole(state) && state.lines).toEqual(truth[2])
  })

  it('keeps what stands before and behind an edit inside lines that were seen in part', () => {
    const start = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`)
    const { example, path } = playEditor(start, [
      { kind: 'view', first: 1, last: 3 },
      { kind: 'view', first: 30, last: 32 },
      { kind: 'replace', line: 15, lines: 1, by: ['one', 'two', 'three'] },
    ])
    const state = historyOf(example).stateAt(path, 3)
    expect(state.kind === 'text' && [state.lines[2], state.lines[14], state.lines[31], state.lines[25]]).toEqual([
      'line 3',
      'one',
      'line 30',
      undefined,
    ])
  })

  it('lists the files with the steps that changed and showed them', () => {
    const { example, path } = playEditor(['a'], [{ kind: 'viewAll' }, { kind: 'insert', line: 1, text: 'b' }, { kind: 'viewAll' }])
    expect(historyOf(example).files).toEqual([{ path, editSteps: [2], viewSteps: [1, 3] }])
  })

  it('follows here-documents, and reads what mini-swe-agent prints', () => {
    const run = shellRun(
      ["cat > a.py <<'EOF'\none\ntwo\nEOF", ''],
      ['cat >> a.py <<EOF\nthree\nEOF', ''],
      ['cat b.py', 'x\ny\n'],
      ["sed -n '2,3p' c.py", 'second\nthird\n'],
      ['nl -ba d.py | head -2', '     1\tfirst\n     2\tnext\n'],
    )
    expect(['a.py', 'b.py', 'c.py', 'd.py'].map((path) => known(run, path, 9))).toEqual([
      'one|two|three',
      'x|y',
      '?|second|third',
      'first|next',
    ])
    expect(known(run, 'a.py', 1)).toBe('one|two')
  })

  it.each([
    ["sed -i 's/one/1/' a.py"],
    ['git stash'],
    ['black .'],
    ['mv b.py a.py'],
    ['python gen.py > a.py'],
    ['python fix.py'],
    ['cat > a.py <<EOF\n$HOME\nEOF'],
    ['git checkout -q main -- a.py && pytest'],
  ])('does not know a file any more after %s', (command) => {
    const fix = "cat > fix.py <<'EOF'\np = 'a.py'\nopen(p, 'w').write('')\nEOF"
    const run = shellRun(["cat > a.py <<'EOF'\none\nEOF", ''], [fix, ''], [command, ''])
    expect(known(run, 'a.py', 2)).toBe('one')
    expect(historyOf(run).stateAt('a.py', 3)).toMatchObject({ kind: 'unknown', why: expect.stringContaining('step 3') })
  })

  it.each([['pytest -q'], ['grep -rn one .'], ['python run.py'], ['git diff a.py'], ['ls -R && wc -l a.py']])(
    'still knows it after %s',
    (command) => {
      expect(known(shellRun(["cat > a.py <<'EOF'\none\nEOF", ''], [command, 'ok\n']), 'a.py', 2)).toBe('one')
    },
  )

  it('reads the window of SWE-agent’s own editor', () => {
    const window = '[File: /r/a.py (3 lines total)]\n1:x\n2:\n3:z\n\n(Open file: /r/a.py)\n(Current directory: /r)\nbash-$'
    const trajectory = [buildMessage('user', 'Go.'), buildTurn(buildCall('open', { path: 'a.py' })), buildMessage('tool', window)]
    const run = { ...parseExample(buildR1({ trajectory })), harness: 'sweagent' }
    expect(known(run, '/r/a.py', 1)).toBe('x||z')
  })

  it('takes an answer that was clipped for what it shows, and a listing of a folder for no file', () => {
    const clipped =
      "Here's the result of running `cat -n` on /a:\n     1\tx\n     2\ty\n     3\tz<response clipped><NOTE>To save on context</NOTE>"
    const listing = "Here's the files and directories up to 2 levels deep in /r, excluding hidden items:\n/r\n/r/a"
    const trajectory = [
      buildMessage('user', 'Go.'),
      ...[clipped, listing].flatMap((answer, i) => [
        buildTurn(buildCall('str_replace_editor', { command: 'view', path: i === 0 ? '/a' : '/r' })),
        buildMessage('tool', answer),
      ]),
    ]
    const run = parseExample(buildR1({ trajectory }))
    expect(historyOf(run).stateAt('/a', 2)).toMatchObject({ lines: ['x', 'y'], total: null })
    expect(historyOf(run).files.map(({ path }) => path)).toEqual(['/a'])
  })

  it('is quick on hostile texts', () => {
    const long = 'a'.repeat(5_000_000)
    const run = shellRun(
      [long, long],
      [`cat > a <<'EOF'\n${long}\nEOF`, ''],
      [`${'> '.repeat(500_000)}a`, ''],
      ['cat a', '1\t'.repeat(1_000_000)],
    )
    const begun = performance.now()
    historyOf(run).stateAt('a', 9)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
