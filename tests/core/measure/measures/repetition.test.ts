import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { CallAct } from '#record'
import { buildExample, turn } from '../../../support/examples.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const run = (...commands: string[]) => measureExample(buildExample({ messages: commands.flatMap((one, at) => turn(2 * at, shell(one))) }))

describe('repeated calls', () => {
  it('are the same call as before, with no change of files in between', () => {
    expect(run('ls', 'pytest', 'ls', 'ls').repeated_calls).toBe(2)
    expect(run('pytest', 'sed -i s/a/b/ x.py', 'pytest').repeated_calls).toBe(0)
    expect(run('sed -i s/a/b/ x.py', 'sed -i s/a/b/ x.py', 'sed -i s/a/b/ x.py').repeated_calls).toBe(2)
    expect(run('__proto__', 'constructor').repeated_calls).toBe(0)
  })

  it('are not those that were refused the first time', () => {
    const [call = {}, answer = {}] = turn(0, shell('ls'), { isError: true })
    const refusal = { ...answer, content: 'Please always provide EXACTLY ONE action' }
    expect(measureExample(buildExample({ messages: [call, refusal, ...turn(2, shell('ls'))] })).repeated_calls).toBe(0)
  })

  it('in a row make the longest repeat', () => {
    expect(run('ls', 'pytest', 'pytest', 'pytest', 'ls', 'ls').longest_repeat).toBe(3)
    expect(run('ls', 'pwd').longest_repeat).toBe(1)
    expect(run().longest_repeat).toBe(0)
  })
})

describe('the error streak', () => {
  it('is the longest run of failed calls', () => {
    const streak = (failures: boolean[]) =>
      measureExample(buildExample({ messages: failures.flatMap((isError, at) => turn(2 * at, shell(`${at}`), { isError })) })).error_streak
    expect(streak([true, false, true, true, false])).toBe(2)
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (failures) => {
        const runs = failures
          .map((failed) => (failed ? 'x' : ' '))
          .join('')
          .split(' ')
        expect(streak(failures)).toBe(Math.max(0, ...runs.map((one) => one.length)))
      }),
      { numRuns: 50 },
    )
  })
})
