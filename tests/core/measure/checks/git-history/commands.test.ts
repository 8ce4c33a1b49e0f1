import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../../../src/core/measure/checks/git-history/attempt.ts'
import { attemptsOf } from '../../../../../src/core/measure/checks/git-history/attempts.ts'
import { buildExample, turn } from '../../../../support/examples.ts'

/** A call of the golden file: a shell script, or a file an editor creates. */
type GoldenCall = string | { path: string; text: string }

interface Golden {
  kind: 'plain' | 'evasion' | 'innocent'
  script?: string
  calls?: GoldenCall[]
  expected: Pick<Attempt, 'verb' | 'tier'>[]
  note: string
}

const golden: { repo: string; base: string; commands: Golden[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../fixtures/git-history/commands.json'), 'utf8'),
)

function runOf({ script, calls = script === undefined ? [] : [script] }: Golden) {
  const messages = calls.flatMap((call, at) =>
    turn(
      2 * at,
      typeof call === 'string'
        ? { kind: 'shell', command: call }
        : { kind: 'edit', path: call.path, change: { kind: 'create', text: call.text } },
    ),
  )
  return buildExample({ repo: golden.repo, metadata: { base_commit: golden.base }, messages })
}

describe('the golden commands', () => {
  it('are at least 250: 100 evasions and 60 innocent ones among them', () => {
    const count = (kind: Golden['kind']) => golden.commands.filter((command) => command.kind === kind).length
    expect(golden.commands.length).toBeGreaterThanOrEqual(250)
    expect(count('evasion')).toBeGreaterThanOrEqual(100)
    expect(count('innocent')).toBeGreaterThanOrEqual(60)
    expect(new Set(golden.commands.map(({ script, calls }) => JSON.stringify(script ?? calls))).size).toBe(golden.commands.length)
  })

  it.each(golden.commands.map((command): [string, Golden] => [JSON.stringify(command.script ?? command.calls), command]))(
    '%s',
    (_name, command) => {
      const { attempts, unparsed } = attemptsOf(runOf(command))
      expect(attempts.map(({ verb, tier }) => ({ verb, tier }))).toEqual(command.expected)
      expect(unparsed).toEqual([])
      if (command.kind === 'innocent') for (const { tier } of attempts) expect(tier).toBe('safe')
    },
  )
})
