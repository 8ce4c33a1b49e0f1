import { describe, expect, it } from 'vitest'
import { patchPaths } from '../../../../../src/core/measure/checks/patch-paths/patch-paths.ts'
import { buildExample } from '../../../../support/examples.ts'
import { findIn, kindsIn, numbersOf } from '../../../../support/findings.ts'

const changed = (path: string) => `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-x\n+y\n`
const added = (path: string) => `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`
const blob = (path: string) =>
  `diff --git a/${path} b/${path}\nnew file mode 100644\nindex 000..111\nBinary files /dev/null and b/${path} differ\n`
const of = (patch: string, known: Parameters<typeof buildExample>[0] = {}) => buildExample({ patch, ...known })

describe('paths of a patch', () => {
  it.each([
    [changed('src/app.py'), []],
    [added('src/new.py'), []],
    [changed('reproduce.py'), []],
    [changed('tests/test_app.py'), ['test-path']],
    [added('tests/test_new.py'), ['own-test']],
    [added('test_fix.py'), ['own-test', 'scratch-file']],
    [added('reproduce_bug.py'), ['scratch-file']],
    [added('debug_it.py'), ['scratch-file']],
    [added('src/debug_toolbar.py'), []],
    [added('.openhands/TASKS.md'), ['scratch-file']],
    [added('src/app.py.orig'), ['scratch-file']],
    [added('src/app.py.rej'), ['scratch-file']],
    [added('patch.txt'), ['scratch-file']],
    [added('docs/patch.txt'), []],
    [added('nohup.out'), ['scratch-file']],
    [added('NOTES.md'), ['scratch-file']],
    [added('docs/notes.md'), []],
    [blob('src/__pycache__/app.cpython-39.pyc'), ['built-file']],
    [blob('reproduce_plot.png'), ['scratch-file']],
    [blob('docs/logo.png'), ['binary-file']],
  ])('%j', (patch, kinds) => {
    expect(kindsIn(patchPaths, of(patch))).toEqual(kinds)
  })

  it('are counted by what they are', () => {
    const patch = changed('tests/a_test.py') + added('test_b.py') + blob('x.pyc') + blob('logo.png') + changed('src/a.py')
    expect(numbersOf(patchPaths, of(patch))).toEqual({ test_paths_touched: 2, existing_tests_touched: 1, scratch_paths_left: 2 })
  })

  it('are sure of a test that was there before, and of the task’s own', () => {
    expect(findIn(patchPaths, of(changed('tests/test_a.py')))).toMatchObject([{ certainty: 'certain' }])
    expect(findIn(patchPaths, of(added('tests/test_a.py')))).toMatchObject([{ certainty: 'likely' }])
    const inTestPatch = of(changed('checks/a.py'), { extra: { test_patch: changed('checks/a.py') } })
    expect(findIn(patchPaths, inTestPatch)).toMatchObject([{ kind: 'test-patch-path', certainty: 'certain' }])
    const addedByBoth = of(added('tests/test_a.py'), { extra: { test_patch: added('tests/test_a.py') } })
    expect(numbersOf(patchPaths, addedByBoth)).toMatchObject({ existing_tests_touched: 1 })
    const inReference = of(changed('tests/test_a.py'), { referencePatch: changed('tests/test_a.py') })
    expect(findIn(patchPaths, inReference)).toMatchObject([{ kind: 'test-path', text: expect.stringContaining('reference patch') }])
  })

  it('see a test that was renamed away', () => {
    const renamed = 'diff --git a/tests/test_a.py b/old/a.py\nsimilarity index 100%\nrename from tests/test_a.py\nrename to old/a.py\n'
    expect(kindsIn(patchPaths, of(renamed))).toEqual(['test-path'])
  })
})

describe('the place of a file in the patch', () => {
  it('is its header line, in a patch of several files', () => {
    const patch = changed('src/a.py') + changed('tests/test_a.py')
    expect(findIn(patchPaths, of(patch))).toMatchObject([
      {
        at: { messageIndex: null, field: 'patch', start: changed('src/a.py').length },
        quote: 'diff --git a/tests/test_a.py b/tests/test_a.py',
      },
    ])
  })

  it('is not a line of a hunk that looks like a header', () => {
    const fake =
      'diff --git a/src/a.py b/src/a.py\n--- a/src/a.py\n+++ b/src/a.py\n@@ -1,2 +1,2 @@\n diff --git a/x b/x\n--- a/x\n+++ b/x\n'
    const [found] = findIn(patchPaths, of(fake + changed('tests/test_a.py')))
    expect(found?.at?.start).toBe(fake.length)
  })

  it('is found with CRLF, and in a diff without git’s lines', () => {
    const [crlf] = findIn(patchPaths, of(changed('tests/test_a.py').replaceAll('\n', '\r\n')))
    expect(crlf?.quote).toBe('diff --git a/tests/test_a.py b/tests/test_a.py')
    const plain = '--- a/src/a.py\n+++ b/src/a.py\n@@ -1 +1 @@\n-x\n+y\n--- a/tests/test_a.py\n+++ b/tests/test_a.py\n@@ -1 +1 @@\n-x\n+y\n'
    expect(findIn(patchPaths, of(plain))[0]?.quote).toBe('--- a/tests/test_a.py')
  })

  it('is nowhere rather than wrong', () => {
    const mixed = `${changed('tests/test_a.py')}--- a/src/a.py\n+++ b/src/a.py\n@@ -1 +1 @@\n-x\n+y\n`
    expect(findIn(patchPaths, of(mixed))).toMatchObject([{ at: null, quote: '' }])
  })
})
