import { describe, expect, it } from 'vitest'
import type { Example } from '#record'
import type { Attempt } from '../../../../../src/core/measure/checks/git-history/attempt.ts'
import { attemptsOf } from '../../../../../src/core/measure/checks/git-history/attempts.ts'
import { parseExample } from '../../../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../../support/shared-rows.ts'

const runs: Example[] = sharedFiles('messages-r3').flatMap((file) =>
  sharedRows(file).map((value, row) => parseExample(value, { file, row })),
)
const found = runs.map((run) => ({ run, ...attemptsOf(run) }))

/** The text an attempt points to, as the shell got it. */
function quoteOf(run: Example, { at, callIndex }: Attempt): unknown {
  const message = run.messages[at.messageIndex ?? -1]
  if (at.field === 'content') return message?.content.slice(at.start, at.end)
  return JSON.parse(`"${message?.calls[callIndex]?.argumentsText.slice(at.start, at.end)}"`)
}

describe.skipIf(!hasSharedData)(hasSharedData ? 'commands of real runs' : 'commands of real runs (skipped: no ../shared/data)', () => {
  it('parse, but for fewer than 5 in 1,000, which are listed', () => {
    const scripts = runs.flatMap((run) => run.messages.flatMap(({ calls }) => calls.filter(({ act }) => act.kind === 'shell'))).length
    const unparsed = found.flatMap((run) => run.unparsed)
    expect(scripts).toBe(4000)
    expect(unparsed.length / scripts).toBeLessThan(0.005)
    expect(unparsed.map(({ kind }) => kind)).toEqual(['syntax'])
  })

  it('come from every protocol, each quoted as the row has it', () => {
    const seen = new Set<string>()
    for (const { run, attempts } of found) {
      for (const attempt of attempts) {
        const call = run.messages[attempt.messageIndex]?.calls[attempt.callIndex]
        seen.add(`${run.harness} ${call?.protocol}`)
        const script = call?.act.kind === 'shell' ? call.act.command : JSON.stringify(call?.arguments)
        const quote = String(quoteOf(run, attempt))
        expect(quote).not.toBe('')
        expect(call?.act.kind === 'shell' ? script : JSON.parse(script).command).toContain(quote)
      }
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['minisweagent fence', 'openhands structured', 'sweagent structured']))
  })

  it('that only look at HEAD and the working tree are safe', () => {
    const tiers = found.flatMap(({ run, attempts }) =>
      attempts.filter(({ tier }) => tier !== 'safe').map(({ verb, tier }) => `${run.id.slice(0, 8)} ${verb}: ${tier}`),
    )
    expect(tiers).toEqual(['9799cc56 pip: network', ...Array(4).fill('1360ffc6 clone: network')])
    const safe = found.flatMap(({ attempts }) => attempts).filter(({ verb }) => /^(?:log|show|diff|checkout)$/.test(verb))
    expect(safe.length).toBeGreaterThan(100)
  })

  it('that were refused are told apart', () => {
    expect(found.flatMap(({ refused }) => refused.map(({ verb, tier }) => `${verb}: ${tier}`))).toEqual(['checkout: safe'])
  })
})
