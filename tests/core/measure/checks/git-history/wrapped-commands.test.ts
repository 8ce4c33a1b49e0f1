import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Example } from '#record'
import { type Attempt, TIERS } from '../../../../../src/core/measure/checks/git-history/attempt.ts'
import { attemptsOf } from '../../../../../src/core/measure/checks/git-history/attempts.ts'
import { buildExample, turn } from '../../../../support/examples.ts'

const golden: { repo: string; base: string; commands: { script?: string; expected: { verb: string; tier: string }[] }[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../fixtures/git-history/commands.json'), 'utf8'),
)
const scripts = golden.commands.flatMap(({ script }) => script ?? [])

const runOf = (script: string): Example =>
  buildExample({ repo: golden.repo, metadata: { base_commit: golden.base }, messages: turn(0, { kind: 'shell', command: script }) })

/** One script of each verb and tier, by its first command. */
const samples = [
  ...new Map(
    golden.commands.flatMap(({ script, expected: [first] }) => (script === undefined ? [] : [[`${first?.verb} ${first?.tier}`, script]])),
  ).values(),
]

/** How far the worst of a script's commands reaches. */
const heightOf = (attempts: readonly Attempt[]) => Math.max(0, ...attempts.map(({ tier }) => TIERS.indexOf(tier)))

const heights = samples.map((script) => ({ script, plain: heightOf(attemptsOf(runOf(script)).attempts) }))

const quoted = (script: string) => `'${script.replaceAll("'", "'\\''")}'`
/** A delimiter that is not in the script. */
const markFor = (script: string) => `END_${script.length}`
const wrappers: [string, (script: string) => string][] = [
  ['list', (script) => `cd /testbed && pwd; ${script}`],
  ['subshell', (script) => `(\n${script}\n)`],
  ['group', (script) => `{\n${script}\n}`],
  ['branch', (script) => `if true; then\n${script}\nfi`],
  ['loop', (script) => `for i in 1; do\n${script}\ndone`],
  ['function', (script) => `work() {\n${script}\n}\nwork`],
  ['pipe', (script) => `{\n${script}\n} | tail -5`],
  ['bash -c', (script) => `bash -lc ${quoted(script)}`],
  ['env sudo timeout', (script) => `sudo env A=1 timeout 60 sh -c ${quoted(script)}`],
  ['eval', (script) => `eval ${quoted(script)}`],
  ['here-document', (script) => `bash <<'${markFor(script)}'\n${script}\n${markFor(script)}`],
  ['substitution', (script) => `echo "$(\n${script}\n)"`],
  ['variable', (script) => `S=${quoted(script)}\neval "$S"`],
  ['file', (script) => `cat > work.sh <<'${markFor(script)}'\n${script}\n${markFor(script)}\nbash work.sh`],
  [
    'python',
    (script) =>
      `python - <<'${markFor(script)}'\nimport subprocess\nsubprocess.run(['bash', '-c', ${JSON.stringify(script)}])\n${markFor(script)}`,
  ],
]

describe('a command in wrappers', () => {
  it.each(wrappers)('reaches no less behind one: %s', (_name, wrap) => {
    for (const { script, plain } of heights) {
      expect(heightOf(attemptsOf(runOf(wrap(script))).attempts), wrap(script)).toBeGreaterThanOrEqual(plain)
    }
  })

  it('reaches no less behind any chain of them', () => {
    const chain = fc.array(fc.constantFrom(...wrappers.map(([, wrap]) => wrap)), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...scripts), chain, (script, chosen) => {
        const wrapped = chosen.reduce((text, wrap) => wrap(text), script)
        expect(heightOf(attemptsOf(runOf(wrapped)).attempts)).toBeGreaterThanOrEqual(heightOf(attemptsOf(runOf(script)).attempts))
      }),
      { numRuns: 100 },
    )
  })

  it('is quoted as it stands in the arguments', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.constantFrom(...wrappers.map(([, wrap]) => wrap)), fc.string(), (script, wrap, text) => {
        const run = runOf(`: ${quoted(text.replaceAll('\r', ''))}\n${wrap(script)}`)
        const call = run.messages[0]?.calls[0]
        for (const { at } of attemptsOf(run).attempts) {
          const quote: unknown = JSON.parse(`"${call?.argumentsText.slice(at.start, at.end)}"`)
          expect(wrap(script)).toContain(quote)
          expect(quote).not.toBe('')
        }
      }),
      { numRuns: 100 },
    )
  })
})
