import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRow } from '#parse'
import type { Call, Example } from '#record'
import type { Attempt } from '../../../../../src/core/measure/checks/git-history/attempt.ts'
import { attemptsOf } from '../../../../../src/core/measure/checks/git-history/attempts.ts'
import { buildCall, buildExample, type MessageSketch, turn } from '../../../../support/examples.ts'

const SHA = '3f2c9d17a64be0558c1d2e9f7a6b5c4d3e2f1a0b'

/** A run of shell commands, each with what it printed. */
const runOf = (...steps: (string | [command: string, output: string])[]): Example =>
  buildExample({
    repo: 'acme/rocket',
    messages: steps.flatMap((step, at) => {
      const [command, output] = typeof step === 'string' ? [step, ''] : step
      const [call = {}, answer = {}] = turn(2 * at, { kind: 'shell', command })
      return [call, { ...answer, content: output }]
    }),
  })

const tiersOf = (run: Example) => attemptsOf(run).attempts.map(({ verb, tier }) => `${verb}: ${tier}`)

/** The text evidence points to. */
function quoteOf(run: Example, { at, callIndex }: Attempt): string {
  const message = run.messages[at.messageIndex ?? -1]
  const text = at.field === 'arguments' ? message?.calls[callIndex]?.argumentsText : message?.content
  return (text ?? '').slice(at.start, at.end)
}

describe('attemptsOf', () => {
  it('tells the verb, the tier, what is reached, the revisions and where', () => {
    const run = runOf('ls', `cd /testbed && git show ${SHA}:a.py | head`)
    const { attempts } = attemptsOf(run)
    expect(attempts).toMatchObject([
      {
        messageIndex: 2,
        callIndex: 0,
        command: `git show ${SHA}:a.py`,
        verb: 'show',
        tier: 'restricted',
        certainty: 'certain',
        revisions: [SHA],
      },
    ])
    expect(attempts[0]?.reach).toContain(SHA)
    expect(attempts.map((attempt) => quoteOf(run, attempt))).toEqual([`git show ${SHA}:a.py`])
  })

  it('knows an ancestor once a log of HEAD has shown it', () => {
    expect(tiersOf(runOf(`git show ${SHA.slice(0, 8)}`))).toEqual(['show: restricted'])
    expect(tiersOf(runOf(['git log --oneline -3', `${SHA.slice(0, 7)} fix parser`], `git show ${SHA.slice(0, 7)}`))).toEqual([
      'log: safe',
      'show: safe',
    ])
    expect(tiersOf(runOf(['git log -1', `commit ${SHA}\nAuthor: A`], `git diff ${SHA.slice(0, 10)}~2`))).toEqual([
      'log: safe',
      'diff: safe',
    ])
  })

  it('does not know a commit that history beyond HEAD has shown', () => {
    expect(tiersOf(runOf(['git log --all --oneline', `${SHA.slice(0, 7)} the fix`], `git show ${SHA.slice(0, 7)}`))).toEqual([
      'log: banned',
      'show: restricted',
    ])
  })

  it("knows the run's own commits, branches and stash", () => {
    expect(tiersOf(runOf(['git commit -qam wip', '[fix abc1234] wip'], 'git show abc1234'))).toEqual(['commit: safe', 'show: safe'])
    expect(tiersOf(runOf('git switch -c fix', 'git checkout fix', 'git diff fix'))).toEqual([
      'switch: safe',
      'checkout: safe',
      'diff: safe',
    ])
    expect(tiersOf(runOf('git stash show', 'git stash', 'git stash show'))).toEqual(['stash: restricted', 'stash: safe', 'stash: safe'])
  })

  it('does not take for its own what it begins elsewhere or only names', () => {
    expect(tiersOf(runOf('git branch peek origin/main', 'git show peek')).at(-1)).toBe('show: unknown')
    expect(tiersOf(runOf('git checkout -b peek v2.0', 'git show peek')).at(-1)).toBe('show: unknown')
    expect(tiersOf(runOf('git branch --list main', 'git branch -D v2.0', 'git show main v2.0')).at(-1)).toBe('show: restricted')
  })

  const log: [string, string] = ['git log --oneline -1', `${SHA.slice(0, 7)} the fix`]

  it.each([
    ['git checkout main', 'HEAD is now at 3f2c9d1 the fix'],
    ['git checkout -q v2.0', ''],
    ['git checkout -b look origin/main', 'branch look set up'],
    ['git switch --detach 9f8e7d6c', ''],
    ['git reset --hard FETCH_HEAD', 'HEAD is now at 3f2c9d1 the fix'],
    ['git pull', 'Updating b5e1c0f..3f2c9d1'],
    ['git merge origin/main', 'Fast-forward'],
    ['git update-ref HEAD 9f8e7d6c', ''],
    ['git symbolic-ref HEAD refs/heads/main', ''],
  ])('learns no ancestors once HEAD went elsewhere: %s', (command, output) => {
    const last = tiersOf(runOf([command, output], log, `git show ${SHA.slice(0, 7)}`)).at(-1)
    expect(last).toBe('show: restricted')
    const together: [string, string] = [`${command}; ${log[0]}`, `${output}\n${log[1]}`]
    expect(tiersOf(runOf(together, log, `git show ${SHA.slice(0, 7)}`)).at(-1)).toBe('show: restricted')
  })

  it.each([
    ['git checkout v2.0 -- a.py', ''],
    ['git checkout v2.0 a.py', ''],
    ['git checkout main', "error: pathspec 'main' did not match any file(s) known to git"],
    ['git pull', 'fatal: unable to access: Could not resolve host: github.com'],
    ['git checkout -b fix', "Switched to a new branch 'fix'"],
  ])('still learns them where HEAD stayed: %s', (command, output) => {
    expect(tiersOf(runOf([command, output], log, `git show ${SHA.slice(0, 7)}`)).at(-1)).toBe('show: safe')
  })

  it('knows the base commit the row names', () => {
    const run = { ...runOf(`git diff ${SHA}`), metadata: { base_commit: SHA } }
    expect(tiersOf(run)).toEqual(['diff: safe'])
  })

  it('follows a call that ends the run', () => {
    const command = 'echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT && git log --all'
    const given = { command }
    const call = buildCall({ kind: 'finish' }, { arguments: given, argumentsText: JSON.stringify(given) })
    const run = buildExample({ messages: [{ calls: [call] }] })
    expect(tiersOf(run)).toEqual(['log: banned'])
    expect(attemptsOf(run).attempts.map((attempt) => quoteOf(run, attempt))).toEqual(['git log --all'])
  })

  it('follows the cells of a notebook', () => {
    const code = 'import os\nos.system("git log --all")\n!git reflog'
    const call = buildCall(
      { kind: 'other' },
      { name: 'execute_ipython_cell', arguments: { code }, argumentsText: JSON.stringify({ code }) },
    )
    const run = buildExample({ messages: [{ calls: [call] }] })
    expect(tiersOf(run).sort()).toEqual(['log: banned', 'reflog: banned'])
    expect(
      attemptsOf(run)
        .attempts.map((attempt) => quoteOf(run, attempt))
        .sort(),
    ).toEqual(['!git reflog', 'os.system(\\"git log --all\\")'])
  })

  it('keeps what the harness refused to run apart, and out of the session', () => {
    const refusal = 'Please always provide EXACTLY ONE action in triple backticks, found 2 actions.'
    const found = attemptsOf(runOf(['G=git; git log --all', refusal], '$G log --all'))
    expect(found.refused.map(({ verb, tier }) => `${verb}: ${tier}`)).toEqual(['log: banned'])
    expect(found.attempts.map(({ verb, tier }) => `${verb}: ${tier}`)).toEqual(['?: unknown'])
  })

  it('lists scripts that do not parse, and still reads what it can of them', () => {
    const { attempts, unparsed } = attemptsOf(runOf('git log --all\necho "open'))
    expect(attempts.map(({ tier }) => tier)).toEqual(['banned'])
    expect(unparsed).toMatchObject([{ messageIndex: 0, callIndex: 0, kind: 'syntax' }])
  })

  it('finds the place through any writing of JSON', () => {
    const command = 'cd "/té\u{1F600}st" && git log --all\n# "x"'
    for (const argumentsText of [
      JSON.stringify({ command }),
      JSON.stringify({ timeout: 5, command, note: '"command": "no"' }, null, 2),
      JSON.stringify({ command }).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
      JSON.stringify({ command }).replaceAll('/', '\\/'),
    ]) {
      const call = buildCall({ kind: 'shell', command }, { argumentsText, arguments: JSON.parse(argumentsText) })
      const run = buildExample({ messages: [{ calls: [call] }] })
      expect(attemptsOf(run).attempts.map((attempt) => quoteOf(run, attempt))).toEqual(['git log --all'])
    }
  })

  it('leaves carriage returns out of the words but not out of the places', () => {
    const run = runOf('ls\r\ncd x\r\ngit log --all\r\nls')
    expect(attemptsOf(run).attempts.map((attempt) => [attempt.command, quoteOf(run, attempt)])).toEqual([
      ['git log --all', 'git log --all'],
    ])
  })
})

/** A message as a row has it, read by the room that reads rows. */
function rowRun(message: object, fields: object): Example {
  const row = {
    trajectory_id: 't',
    instance_id: 'acme__rocket-1',
    trajectory: [{ role: 'user', content: 'go' }, message],
    model_patch: '',
    ...fields,
  }
  const parsed = parseRow({
    value: row,
    ref: { sourceId: 's', uri: 'u', revision: null, file: 'f', row: 0 },
    hints: { config: null, split: null },
  } as never)
  if (parsed.kind === 'rejection') throw new Error(parsed.rejection.reason)
  return parsed.example
}

describe('the commands of every protocol', () => {
  const text = (content: string): MessageSketch => ({ content })
  const calls = (protocol: Call['protocol'], content: string, known: Partial<Call>[]): Example =>
    buildExample({
      messages: [
        {
          ...text(content),
          calls: known.map((call) =>
            buildCall({ kind: 'shell', command: 'git log --all' }, { protocol, arguments: { command: 'git log --all' }, ...call }),
          ),
        },
      ],
    })

  it.each<[string, Example]>([
    [
      'function tags',
      calls('function-tag', 'git log --all is banned\n<function=bash><parameter=command>\ngit log --all\n</parameter></function>', [
        { argumentsText: '<parameter=command>\ngit log --all\n</parameter>' },
      ]),
    ],
    [
      'execute tags',
      calls('execute-tag', 'I run git log --all:\n<execute_bash>\ngit log --all\n</execute_bash>', [
        { argumentsText: '\ngit log --all\n' },
      ]),
    ],
    ['command tags', calls('command-tag', 'git log --all? <command>git log --all</command>', [{ argumentsText: 'git log --all' }])],
    ['fences', calls('fence', 'git log --all\n\n```bash\ngit log --all\n```\n', [{ argumentsText: 'git log --all' }])],
    [
      'several fences',
      calls('fence', '```bash\ngit log --all\n```\n\n```bash\ngit log --all\n```', [
        { argumentsText: 'git log --all' },
        { argumentsText: 'git log --all' },
      ]),
    ],
  ])('arrive with their place: %s', (_name, run) => {
    const { attempts } = attemptsOf(run)
    expect(attempts).toHaveLength(run.messages[0]?.calls.length ?? 0)
    const { content } = run.messages[0] ?? { content: '' }
    const last = attempts.at(-1)
    expect(last && [last.at.field, last.at.start]).toEqual(['content', content.lastIndexOf('git log --all')])
    expect(new Set(attempts.map(({ at }) => at.start)).size).toBe(attempts.length)
  })

  it('arrive as an action field', () => {
    const run = calls('action', 'thought', [{ argumentsText: 'git log --all\n' }])
    expect(attemptsOf(run).attempts).toMatchObject([{ at: { field: 'arguments', call: 0, start: 0, end: 13 } }])
  })

  it('arrive from real layouts', () => {
    const fenced = rowRun({ role: 'assistant', content: 'look\n\n```bash\ngit log --all\n```' }, { agent: 'minisweagent' })
    const structured = rowRun(
      {
        role: 'assistant',
        content: '',
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'execute_bash', arguments: '{"command": "git log --all"}' } }],
      },
      { agent: 'openhands' },
    )
    for (const run of [fenced, structured]) {
      const { attempts } = attemptsOf(run)
      expect(attempts.map(({ tier }) => tier)).toEqual(['banned'])
      expect(attempts.map((attempt) => quoteOf(run, attempt))).toEqual(['git log --all'])
    }
  })
})

describe('hostile scripts', () => {
  it.each<[string, string]>([
    ['1,500 pipes', Array.from({ length: 1500 }, () => 'git log --all').join(' | ')],
    ['1,500 lists', Array.from({ length: 1500 }, () => 'a=1').join(' && ')],
    ['a megabyte of one letter', 'g'.repeat(1_200_000)],
    ['a megabyte of blanks', `git${' '.repeat(1_000_000)}log --all`],
    ['many words', `git log ${'x '.repeat(20_000)}`],
    ['deep subshells', `${'('.repeat(5000)}git log --all${')'.repeat(5000)}`],
    ['deep substitutions', `${'$('.repeat(3000)}git log --all${')'.repeat(3000)}`],
    ['open quotes', '"$(`'.repeat(3000)],
    ['a value that doubles', `a=x\n${'a=$a$a\n'.repeat(60)}git log $a`],
    ['a function that calls itself', 'f() { f; f; git log; }; f'],
    ['loops in loops', `${'for x in 1 2 3 4 5 6 7 8 9; do '.repeat(9)} [[ a ]] ${'; done'.repeat(9)}`],
    [
      'code in loops',
      `cat > x.py <<'EOF'\n${'a = b\n'.repeat(2000)}\nEOF\n${'for x in 1 2 3 4 5 6 7 8 9; do '.repeat(3)} python x.py ${'; done'.repeat(3)}`,
    ],
    ['an alias of itself', "alias git='git git'; git log"],
    ['braces', `git ${'{a,b}'.repeat(60)}`],
    ['open braces', `git ${'{a,'.repeat(3000)}`],
    ['here-documents', 'bash <<A\n'.repeat(2000)],
    ['shells in shells', `${'bash -c "'.repeat(60)}git log --all`],
    ['python of open brackets', `python - <<'EOF'\n${'f('.repeat(3000)}\nEOF`],
    ['python of open strings', `python - <<'EOF'\n${'"""\''.repeat(20_000)}\nEOF`],
    ['python of braces', `python - <<'EOF'\nimport subprocess\nsubprocess.run(f"${'{'.repeat(40_000)}")\nEOF`],
    ['python of names', `python - <<'EOF'\n${'a = b + '.repeat(5000)}\nEOF`],
    [
      'a makefile of needs',
      `cat > Makefile <<'EOF'\n${Array.from({ length: 1000 }, (_, at) => `t${at}: t${at + 1} t0\n\tgit log\n`).join('')}\nEOF\nmake; make t7`,
    ],
    ['python of holes', `python - <<'EOF'\nx = "${'a'.repeat(2000)}"\nsubprocess.run(f"${'{x}'.repeat(20_000)}")\nEOF`],
    ['python of joined folders', `python - <<'EOF'\n${"Path('.git') / ".repeat(8000)}\nEOF`],
    ['a value that is changed', `x=${'a'.repeat(1500)}\n${`x=\${x//a/aa}\n`.repeat(40)}$x`],
    ['settings that run git', `${"GIT_PAGER='git -c core.pager=git log' ".repeat(300)} git log`],
    ['git that runs git', `git ${"-c core.pager='git log' ".repeat(3000)} log`],
    ['a long path', `cat ${'.git/'.repeat(100_000)}`],
    ['a long address', `curl https://${'a.'.repeat(100_000)}/acme/rocket`],
  ])(
    'end in time: %s',
    (_name, script) => {
      const started = performance.now()
      expect(() => attemptsOf(runOf(script))).not.toThrow()
      expect(performance.now() - started).toBeLessThan(60_000)
    },
    90_000,
  )

  it('never throw', () => {
    const pieces = [
      'git ',
      'log',
      ' --all',
      '"',
      "'",
      '$(',
      ')',
      '`',
      '{',
      '}',
      '<<E\n',
      '\nE\n',
      '|',
      ';',
      '&&',
      '$',
      '${',
      '@',
      '[',
      ']',
      '=',
      'bash -c ',
      'python -c ',
      'xargs ',
      '\\',
      '\r\n',
      '\0',
      'f()',
      'if ',
      'then ',
      'for x in ',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }), (parts) => {
        const run = runOf(parts.join(''))
        for (const { at } of attemptsOf(run).attempts) expect(at.end).toBeGreaterThanOrEqual(at.start)
      }),
      { numRuns: 150 },
    )
  })
})
