import { describe, expect, it } from 'vitest'
import { subjectOf } from '#measure'
import type { Evidence, Example, TextPlace } from '#record'
import { gitHistory } from '../../../../../src/core/measure/checks/git-history/git-history.ts'
import { buildRun, HARNESSES } from './build-run.ts'

const FIX = '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432'
const BASE = '1a2b3c4d5e6f70819293a4b5c6d7e8f901234567'
const LINES = ['def solve(equation, symbol):', '    parts = split_terms(equation, symbol)', '    return join_terms(parts, symbol)']
const PATCH = `diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,0 +1,3 @@\n${LINES.map((line) => `+${line}\n`).join('')}`
const entry = (sha: string, date: string): string => `commit ${sha}\nAuthor: A <a@b.c>\nDate:   ${date}\n\n    Subject\n\n`
const LOG_ALL = entry(FIX, 'Tue Apr 9 08:00:00 2024 +0000') + entry(BASE, 'Tue Mar 5 10:00:00 2024 +0000')
const log = { run: 'git log -1', prints: entry(BASE, 'Tue Mar 5 10:00:00 2024 +0000') }

const find = (example: Example): Evidence[] => gitHistory.find(subjectOf(example))
const kindsOf = (example: Example): string[] => find(example).map(({ kind }) => kind)

function measured(example: Example): Record<string, unknown> {
  const subject = subjectOf(example)
  const evidence = gitHistory.find(subject)
  return Object.fromEntries(gitHistory.measures.map(({ id, compute }) => [id, compute(evidence, subject)]))
}

function textAt({ messages, patch }: Example, { messageIndex, field, call, start, end }: TextPlace): string {
  const message = messages[messageIndex ?? -1]
  const text = field === 'patch' ? patch : field === 'arguments' ? message?.calls[call ?? 0]?.argumentsText : message?.content
  return (text ?? '').slice(start, end)
}

describe.each(HARNESSES)('the git-history check on a run by %s', (harness) => {
  it('finds nothing in plain work', () => {
    const work = [
      { run: 'git status && git diff', prints: PATCH },
      { run: 'git checkout a.py', prints: 'Updated 1 path from the index\n' },
      { run: 'git log --oneline -5', prints: '1a2b3c4 Before\n' },
    ]
    expect(find(buildRun(harness, work, PATCH))).toEqual([])
  })

  it('tells an attempt that printed nothing', () => {
    const example = buildRun(harness, [{ run: 'cd /testbed && git log --all --oneline', prints: '' }])
    const [attempt, ...rest] = find(example)
    expect(rest).toEqual([])
    expect(attempt).toMatchObject({ kind: 'attempted-banned' })
    expect(attempt?.at && textAt(example, attempt.at)).toContain('git log --all')
  })

  it('tells what a log of all branches showed', () => {
    const example = buildRun(harness, [log, { run: 'git log --all', prints: LOG_ALL }])
    const exposed = find(example).find(({ kind }) => kind === 'exposed')
    expect(exposed).toMatchObject({ certainty: 'certain', text: expect.stringContaining('later than the base') })
    const [part] = exposed?.parts ?? []
    expect(part?.what).toBe('output')
    expect(part && textAt(example, part.at)).toMatch(new RegExp(`^commit ${FIX}`))
  })

  it('tells what the reflog showed', () => {
    const prints = `1a2b3c4 HEAD@{0}: checkout: moving from main to 1a2b3c4\n9f8e7d6 HEAD@{1}: clone: from elsewhere\n`
    expect(kindsOf(buildRun(harness, [{ run: 'git reflog', prints }]))).toEqual(['attempted-banned', 'perhaps-exposed'])
  })

  it('shows command, output and patch lines of what was used, together', () => {
    const prints = `${entry(FIX, 'Tue Apr 9 08:00:00 2024 +0000')}${PATCH}`
    const example = buildRun(harness, [log, { run: `git show ${FIX}`, prints }], PATCH)
    const evidence = find(example)
    expect(evidence.map(({ kind }) => kind)).toEqual(['attempted-restricted', 'exposed', 'used'])
    const used = evidence[2]
    expect(used?.quote).toContain(`git show ${FIX}`)
    expect(used?.parts.map(({ what }) => what)).toEqual(['output', 'patch'])
    expect(used?.parts[1] && textAt(example, used.parts[1].at)).toBe(LINES.map((line) => `+${line}`).join('\n'))
    expect(used?.parts[0] && textAt(example, used.parts[0].at)).toContain(`+${LINES[0]}`)
    expect(measured(example)).toMatchObject({ git_attempted: 1, git_restricted: 1, git_exposed: 1, git_used: 3 })
  })

  it('does not count lines the run had written before', () => {
    const prints = `${entry(FIX, 'Tue Apr 9 08:00:00 2024 +0000')}${PATCH}`
    const own = { writes: '/testbed/a.py', text: LINES.join('\n') }
    expect(kindsOf(buildRun(harness, [own, { run: `git show ${FIX}`, prints }], PATCH))).toEqual(['attempted-restricted', 'exposed'])
  })

  it('tells a pull request that was fetched, and what of it was used', () => {
    const curl = { run: 'curl -sL https://github.com/owner/repo/pull/7.patch', prints: `From ${FIX} Mon Sep 17 00:00:00 2001\n\n${PATCH}` }
    expect(kindsOf(buildRun(harness, [curl], PATCH))).toEqual(['attempted-network', 'exposed', 'used'])
  })

  it.each([
    ['curl -sL https://github.com/owner/repo/pull/7.patch -o /tmp/7.patch', 'cat /tmp/7.patch', PATCH],
    ['cd /tmp && git clone https://github.com/owner/repo.git', 'sed -n 1,3p /tmp/repo/a.py', `${LINES.join('\n')}\n`],
    ['git show v2:a.py > /tmp/new.py', 'diff a.py /tmp/new.py', LINES.map((line) => `> ${line}\n`).join('')],
  ])('follows what “%s” wrote to where it is read', (run, read, prints) => {
    const example = buildRun(
      harness,
      [
        { run, prints: '' },
        { run: 'ls', prints: 'a.py\n' },
        { run: read, prints },
      ],
      PATCH,
    )
    const evidence = find(example)
    expect(evidence.map(({ kind }) => kind)).toEqual([expect.stringContaining('attempted-'), 'exposed', 'used'])
    expect(evidence[2]?.parts.map(({ what }) => what)).toEqual(['earlier', 'output', 'patch'])
    expect(measured(example)).toMatchObject({ git_attempted: 1, git_exposed: 1, git_used: 3 })
  })

  it('looks at what HEAD shows once it was moved', () => {
    const moved = { run: 'git checkout v2.0', prints: `HEAD is now at 9f8e7d6 Fix\n` }
    const patch = { run: 'git log -1 -p', prints: `${entry(FIX, 'Tue Apr 9 08:00:00 2024 +0000')}${PATCH}\n` }
    const example = buildRun(harness, [log, moved, patch], PATCH)
    expect(kindsOf(example)).toEqual(['attempted-restricted', 'perhaps-exposed', 'used', 'exposed', 'used'])
    const failed = { ...moved, prints: "error: pathspec 'v2.0' did not match any file(s) known to git\n" }
    expect(kindsOf(buildRun(harness, [log, failed, patch], PATCH))).toEqual(['attempted-restricted'])
  })

  it.each([
    ['git show deadbee1', "fatal: ambiguous argument 'deadbee1': unknown revision or path not in the working tree.\n"],
    ['git fetch origin', "fatal: 'origin' does not appear to be a git repository\n"],
    ['curl https://github.com/owner/repo/pull/7.patch', 'curl: (6) Could not resolve host: github.com\n'],
  ])('takes the error of %s for no exposure', (run, prints) => {
    const example = buildRun(harness, [{ run, prints }], PATCH)
    expect(measured(example)).toMatchObject({ git_attempted: 1, git_exposed: 0, git_used: 0 })
  })
})

describe('the git-history check on hostile runs', () => {
  it('reads an output once, however many commands are behind it', () => {
    const run = 'git log --all\n'.repeat(300)
    const started = performance.now()
    const found = find(buildRun('openhands', [{ run, prints: 'abcdef1 word\n'.repeat(200_000) }]))
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(found.filter(({ kind }) => kind === 'perhaps-exposed')).toHaveLength(1)
  })

  it('does not take a terminal that repeats the command for a page', () => {
    const run = 'curl -s https://raw.githubusercontent.com/owner/repo/main/a.py'
    expect(kindsOf(buildRun('openhands', [{ run, prints: `${run}\r\n` }]))).toEqual(['attempted-network'])
  })

  it('does not take the run’s own diff for one that was shown', () => {
    const both = { run: 'git branch -a; git diff', prints: `* main\n${PATCH}` }
    expect(kindsOf(buildRun('openhands', [both], PATCH))).toEqual(['attempted-restricted'])
  })
})

describe('the measures of the git-history check', () => {
  it('count a patch line once, however often it was shown', () => {
    const prints = `${entry(FIX, 'Tue Apr 9 08:00:00 2024 +0000')}${PATCH}`
    const twice = [`git show ${FIX}`, `git log --all -p`].map((run) => ({ run, prints }))
    expect(measured(buildRun('openhands', twice, PATCH))).toMatchObject({ git_attempted: 2, git_banned: 1, git_exposed: 2, git_used: 3 })
  })

  it('do not count an output that only may show history', () => {
    const run = { run: 'git reflog', prints: '9f8e7d6 HEAD@{1}: clone: from elsewhere\n' }
    expect(measured(buildRun('openhands', [run]))).toMatchObject({ git_attempted: 1, git_exposed: 0, git_used: 0 })
    expect(find(buildRun('openhands', [run])).at(-1)?.text).toContain('may show')
  })

  it('keep what could not be judged or parsed apart', () => {
    const run = [
      { run: 'git $VERB $THING', prints: '' },
      { run: 'if then fi (', prints: '' },
    ]
    expect(measured(buildRun('openhands', run))).toMatchObject({ git_attempted: 0, git_unknown: 1, unparsed_commands: 1 })
  })

  it('take the first HEAD for the base, unless the run had committed before', () => {
    const head = { run: 'git rev-parse HEAD', prints: `${BASE}\n` }
    const [all, file] = [
      { run: 'git log --all --oneline', prints: '9f8e7d6 Fix\n1a2b3c4 Before\n' },
      { run: 'git log --oneline a.py', prints: '0c1d2e3 Long before\n' },
    ]
    const commit = { run: 'git commit -qam own', prints: '' }
    expect(find(buildRun('openhands', [file, head, all])).at(-1)).toMatchObject({ kind: 'exposed', certainty: 'likely' })
    expect(find(buildRun('openhands', [commit, head, all])).at(-1)).toMatchObject({ kind: 'perhaps-exposed', certainty: 'possible' })
  })

  it('take the base from the row where it names one', () => {
    const all = { run: 'git log --all --oneline', prints: '9f8e7d6 Fix\n1a2b3c4 Before\n' }
    const known = find(buildRun('openhands', [all], '', { base_commit: BASE })).at(-1)
    expect(known).toMatchObject({ kind: 'exposed', certainty: 'likely' })
    expect(find(buildRun('openhands', [all])).at(-1)).toMatchObject({ kind: 'perhaps-exposed', certainty: 'possible' })
  })
})
