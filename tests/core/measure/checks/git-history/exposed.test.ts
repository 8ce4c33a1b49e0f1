import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../../../src/core/measure/checks/git-history/attempt.ts'
import { type Exposure, exposureOf } from '../../../../../src/core/measure/checks/git-history/exposed.ts'
import type { KnownHistory } from '../../../../../src/core/measure/checks/git-history/known-history.ts'
import { readOutput } from '../../../../../src/core/measure/checks/git-history/read-output.ts'
import { buildAttempt } from './build-attempt.ts'

const BASE = '1a2b3c4d5e6f70819293a4b5c6d7e8f901234567'
const FIX = '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432'
const OLD = '0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f'

const NOTHING: KnownHistory = { base: null, baseDate: null, commits: new Set(), hasMoved: false }
const KNOWN: KnownHistory = {
  base: BASE.slice(0, 7),
  baseDate: Date.parse('2024-03-05T10:00:00Z'),
  commits: new Set([BASE.slice(0, 7), OLD.slice(0, 7)]),
  hasMoved: false,
}

function exposure(attempt: Partial<Attempt>, output: string, known = NOTHING, isError = false): Exposure | null {
  return exposureOf(buildAttempt(attempt), { ...readOutput(output), isError, hasOwnDiff: false }, known)
}

const entry = (sha: string, date: string, subject: string): string =>
  `commit ${sha}\nAuthor: A <a@b.c>\nDate:   ${date}\n\n    ${subject}\n\n`
const later = entry(FIX, 'Tue Apr 9 08:00:00 2024 +0000', 'Fix it')
const atBase = entry(BASE, 'Tue Mar 5 10:00:00 2024 +0000', 'Before')
const older = entry(OLD, 'Mon Jan 1 10:00:00 2024 +0000', 'Long before')

describe('what an output shows of history', () => {
  it('is certain of a commit dated after the base', () => {
    expect(exposure({}, later + atBase, KNOWN)).toMatchObject({
      certainty: 'certain',
      what: 'commit 9f8e7d6 of 2024-04-09, later than the base',
    })
  })

  it('takes a commit that stands before HEAD in a log for likely', () => {
    const output = `9f8e7d6 (origin/main) Fix it\n1a2b3c4 (HEAD -> main, tag: v1) Before\n0c1d2e3 Long before\n`
    expect(exposure({ command: 'git log --all --oneline' }, output)).toMatchObject({ certainty: 'likely' })
  })

  it('finds nothing in a log that begins with HEAD', () => {
    expect(exposure({}, `1a2b3c4 (HEAD -> main, origin/main) Before\n0c1d2e3 Long before\n`)).toBeNull()
    expect(exposure({}, atBase + older, KNOWN)).toBeNull()
  })

  it('says possible where the base is not known', () => {
    expect(exposure({}, later + atBase)).toMatchObject({ certainty: 'possible' })
  })

  it('reads the reflog: an entry beside HEAD may lead elsewhere', () => {
    const reflog = { verb: 'reflog', command: 'git reflog' }
    expect(exposure(reflog, '1a2b3c4 HEAD@{0}: checkout: moving from main to 1a2b3c4\n9f8e7d6 HEAD@{1}: clone: from x\n')).toMatchObject({
      certainty: 'possible',
      what: 'commit 9f8e7d6, which may not lead to the base',
    })
    expect(exposure(reflog, '1a2b3c4 (HEAD -> main) HEAD@{0}: commit (initial): all\n')).toBeNull()
  })

  it('is certain of what no branch reaches', () => {
    expect(
      exposure({ verb: 'fsck', command: 'git fsck --lost-found' }, `Checking objects: 100% (9/9), done.\ndangling commit ${FIX}\n`),
    ).toMatchObject({
      certainty: 'certain',
    })
  })

  it('takes the diff of an unknown commit for likely, of one known to lead to HEAD for possible', () => {
    const diff = 'diff --git a/a.py b/a.py\n@@ -1 +1 @@\n-a\n+b\n'
    const show = { tier: 'restricted', verb: 'show', command: `git show ${FIX}`, revisions: [FIX] } satisfies Partial<Attempt>
    expect(exposure(show, entry(FIX, 'Mon Jan 1 2024', 'x') + diff)).toMatchObject({ certainty: 'likely', code: 'diff' })
    const shown = { ...show, command: `git show ${OLD}`, revisions: [OLD] }
    expect(exposure(shown, older + diff, KNOWN)).toMatchObject({ certainty: 'possible', code: 'diff' })
    expect(exposure(show, later + diff, KNOWN)).toMatchObject({ certainty: 'certain', code: 'diff' })
  })

  it('takes a file printed out of another revision for likely', () => {
    const show = { tier: 'restricted', verb: 'show', command: 'git show v2:a.py', revisions: ['v2'] } satisfies Partial<Attempt>
    expect(exposure(show, 'def solve(equation):\n    return equation\n')).toMatchObject({ certainty: 'likely', code: 'lines' })
    expect(exposure(show, "fatal: invalid object name 'v2'.\n", NOTHING, true)).toBeNull()
    expect(exposure(show, "fatal: invalid object name 'v2'.\n")).toBeNull()
  })

  it('does not take blame of the working tree for more than HEAD has', () => {
    const blame = { verb: 'blame', command: 'git blame a.py' }
    const output = '9f8e7d6c (A B 2024-04-09 08:00:00 +0000 1) x = 1\n'
    expect(exposure(blame, output, KNOWN)).toBeNull()
    expect(exposure(blame, output, { ...KNOWN, hasMoved: true })).toMatchObject({ certainty: 'certain' })
  })

  it('is certain of a patch from the network and takes a page for likely', () => {
    const curl = { tier: 'network', verb: 'curl', command: 'curl -sL https://github.com/o/r/pull/7.patch' } satisfies Partial<Attempt>
    const patch = `From ${FIX} Mon Sep 17 00:00:00 2001\nFrom: A <a@b.c>\nDate: Tue, 9 Apr 2024 08:00:00 +0000\n\ndiff --git a/a.py b/a.py\n@@ -1 +1 @@\n-a\n+b\n`
    expect(exposure(curl, patch)).toMatchObject({ certainty: 'certain', code: 'diff' })
    expect(exposure(curl, 'def solve(equation):\n    return equation\n')).toMatchObject({ certainty: 'likely', code: 'lines' })
  })

  it.each([
    ['curl', 'curl: (6) Could not resolve host: github.com\n'],
    ['curl', '404: Not Found'],
    ['curl', '{"message":"Not Found","documentation_url":"https://docs"}'],
    [
      'curl',
      '  % Total    % Received % Xferd  Average Speed   Time\n                                 Dload  Upload   Total\n  0     0    0     0    0     0      0      0 --:--:--  0:00:05 --:--:--     0\n',
    ],
    ['clone', "Cloning into 'r'...\nremote: Enumerating objects: 5\nReceiving objects: 100% (5/5), done.\n"],
    ['clone', "fatal: unable to access 'https://github.com/o/r/': Could not resolve host\n"],
    ['pip', 'Requirement already satisfied: r in /opt/lib (4.1.0)\n'],
    ['wget', '--2024-01-01 00:00:00--  https://github.com/o/r\nResolving github.com... failed\n'],
  ])('shows nothing when %s says so', (verb, output) => {
    expect(exposure({ tier: 'network', verb, command: verb }, output)).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['silence in the words of a harness', 'Your command ran successfully and did not produce any output.'],
    ['an error', "fatal: ambiguous argument 'v9': unknown revision or path not in the working tree.\n"],
    ['numbers and words', '1234567 rows\ndefaced wall\n'],
  ])('shows nothing in %s', (_, output) => {
    expect(exposure({}, output)).toBeNull()
  })

  it('reads what is left of a truncated output, and outputs as JSON text', () => {
    const cut = `${later.slice(0, 120)}\n[... Observation truncated due to length ...]\n`
    expect(exposure({}, cut, KNOWN)).toMatchObject({ certainty: 'certain' })
    const json = JSON.stringify({ returncode: 0, output_head: later, elided_chars: 9, output_tail: atBase })
    const found = exposure({}, json, KNOWN)
    expect(found).toMatchObject({ certainty: 'certain' })
    expect(json.slice(found?.line.start, found?.line.end)).toBe(`commit ${FIX}`)
  })

  it.each([
    ['one line', 'a'.repeat(20_000_000)],
    ['stars', '*'.repeat(20_000_000)],
    ['quotes as JSON', `{"returncode":0,"output":"${'\\"'.repeat(5_000_000)}"}`],
    ['brackets', `[${'a '.repeat(190)}\n`.repeat(50_000)],
    ['hexadecimal words', `${'abcdef1 '.repeat(50)}\n`.repeat(50_000)],
    ['prompts', `${'a@a:'.repeat(100)}\n`.repeat(50_000)],
  ])('stays linear over 20 MB of %s', (_, output) => {
    const started = performance.now()
    exposure({ tier: 'network', verb: 'curl', command: 'curl x' }, output)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
