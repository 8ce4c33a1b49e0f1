import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { CallAct, ResultFacts } from '#record'
import { buildExample, type MessageSketch, turn } from '../../../support/examples.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const edit: CallAct = { kind: 'edit', path: 'x.py', change: { kind: 'create', text: '1' } }
const finish: CallAct = { kind: 'finish' }
const FAILED = { exitCode: 1, isError: true }

/** A run of calls; each may say how its result failed, or what it printed. */
function run(...steps: (CallAct | [CallAct, Partial<ResultFacts> | string])[]) {
  const messages = steps.flatMap((step, at): MessageSketch[] => {
    const [act, how] = Array.isArray(step) ? step : [step, {}]
    const [call = {}, answer = {}] = turn(2 * at, act, typeof how === 'string' ? {} : how)
    return [call, typeof how === 'string' ? { ...answer, content: how } : answer]
  })
  return measureExample(buildExample({ messages }))
}

describe('test runs', () => {
  it('are counted, and those that failed, by exit code or by the runner’s own summary', () => {
    const values = run(
      shell('pytest a'),
      [shell('pytest b'), FAILED],
      [shell('pytest | tail -1'), '=== 3 failed, 1 passed in 0.10s ==='],
      [shell('grep -c failed log'), '=== 3 failed in 0.10s ==='],
    )
    expect(values).toMatchObject({ test_runs: 3, failed_test_runs: 2 })
  })

  it('fail by the summary inside a JSON observation too', () => {
    const observation = JSON.stringify({ returncode: 0, output: 'F\n=== 1 failed in 0.10s ===\n' })
    expect(run([shell('pytest | tail -1'), observation]).failed_test_runs).toBe(1)
    const cut = JSON.stringify({ returncode: 0, output_head: 'a', output_tail: '=== 1 failed in 0.10s ===\n', elided_chars: 9 })
    expect(run([shell('pytest | tail -1'), cut]).failed_test_runs).toBe(1)
  })

  it('are told by what runs them; a command that runs two counts for both', () => {
    const values = run(shell('pytest'), [shell('pytest && npm test'), FAILED], shell('make -C lib test'), shell('pytest --version'))
    expect(values.test_ecosystems).toEqual([
      { key: 'pytest', amounts: [2, 1] },
      { key: 'npm test', amounts: [1, 1] },
      { key: 'make test', amounts: [1, 0] },
    ])
  })
})

describe('verified before submit', () => {
  it('asks for an edit, a passing test run after it, and the work handed in', () => {
    expect(run(edit, shell('pytest'), finish).verified_before_submit).toBe(true)
    expect(run(shell('sed -i s/a/b/ x.py && pytest'), finish).verified_before_submit).toBe(true)
    expect(run(edit, [shell('pytest'), FAILED], finish).verified_before_submit).toBe(false)
    expect(run(edit, [shell('pytest | tail'), '1 failed in 0.10s'], finish).verified_before_submit).toBe(false)
    expect(run(shell('pytest'), edit, finish).verified_before_submit).toBe(false)
    expect(run(edit, shell('pytest')).verified_before_submit).toBe(false)
    expect(run(shell('pytest'), finish).verified_before_submit).toBeNull()
  })

  it('does not mind an edit that failed', () => {
    expect(run(edit, shell('pytest'), [edit, { isError: true }], finish).verified_before_submit).toBe(true)
  })

  it('is stricter than tests after the last edit', () => {
    expect(run(edit, [shell('pytest'), FAILED])).toMatchObject({ tests_after_last_edit: true, verified_before_submit: false })
  })
})
