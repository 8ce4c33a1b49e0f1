import { describe, expect, it } from 'vitest'
import { attemptsOf } from '../../../../../src/core/measure/checks/git-history/attempts.ts'
import { takenIn } from '../../../../../src/core/measure/checks/git-history/taken.ts'
import { buildRun, type Did } from './build-run.ts'

const SHA = '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432'
const FIXED = [
  '    parts = split_terms(equation, symbol)',
  '    total = combine_terms(parts, symbol)',
  '    return render_answer(total, symbol)',
]
const PATCH = `diff --git a/src/a.py b/src/a.py\n--- a/src/a.py\n+++ b/src/a.py\n@@ -1,0 +1,3 @@\n${FIXED.map((line) => `+${line}\n`).join('')}`

/** What is found of a run whose commands printed nothing, unless they say so. */
function taken(...did: (string | Did)[]) {
  const run = buildRun(
    'openhands',
    did.map((one) => (typeof one === 'string' ? { run: one, prints: '' } : one)),
    PATCH,
  )
  return takenIn(run, attemptsOf(run).attempts)
}

describe('files of another revision in the working tree', () => {
  it.each([
    [`git checkout ${SHA} -- src/a.py`],
    [`git checkout -q ${SHA} -- src`],
    ['git restore --source=v2.0 src/a.py'],
    [`git cherry-pick -n ${SHA}`],
    ['git merge origin/main'],
    [`git show ${SHA} | git apply`],
    ['git show v2.0:src/a.py > src/a.py'],
    ['curl -sL https://github.com/owner/repo/pull/7.diff | patch -p1'],
    ['curl -sL https://github.com/owner/repo/pull/7.diff -o /tmp/7.diff', 'git apply /tmp/7.diff'],
    ['git clone -q https://github.com/owner/repo /tmp/up', 'cp /tmp/up/src/a.py src/a.py'],
  ])('are used where the patch has lines nobody typed: %s', (...did) => {
    const [found, ...others] = taken(...did)
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'used', certainty: 'likely', parts: [{ what: 'patch' }] })
    expect(found?.parts[0]?.quote).toContain(FIXED[0])
    expect(found?.text).toContain('3 of the 3 telling lines')
  })

  it('are not used where the run typed the lines itself, before or after', () => {
    const command = `git checkout ${SHA} -- src/a.py`
    const typed: Did = { writes: '/testbed/src/a.py', text: FIXED.join('\n') }
    expect(taken(typed, command)).toEqual([])
    expect(taken(command, typed)).toEqual([])
    expect(taken({ run: 'cat src/b.py', prints: FIXED.join('\n') }, command)).toEqual([])
    const partly: Did = { writes: '/testbed/src/a.py', text: FIXED.slice(1).join('\n') }
    expect(taken(command, partly)).toMatchObject([{ certainty: 'possible' }])
  })

  it('are not used where git refused, other files were named, or nothing of it was flagged', () => {
    expect(taken({ run: `git checkout ${SHA} -- src/a.py`, prints: `fatal: reference is not a tree: ${SHA}` })).toEqual([])
    expect(taken(`git checkout ${SHA} -- src/other.py`)).toEqual([])
    expect(taken('git checkout -- src/a.py', 'git stash pop', 'git apply /tmp/own.diff')).toEqual([])
    expect(taken('git fetch origin')).toEqual([])
  })
})
