import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import { buildExample } from '../../../support/examples.ts'
import { measuring } from '../../../support/measuring.ts'

/** A patch that adds one line to each of these files; `+path` is a new file. */
function patchOf(paths: readonly string[]): string {
  const file = (path: string): string => {
    const isNew = path.startsWith('+')
    const name = isNew ? path.slice(1) : path
    const head = isNew ? `new file mode 100644\n--- /dev/null\n+++ b/${name}` : `--- a/${name}\n+++ b/${name}`
    return `diff --git a/${name} b/${name}\n${head}\n@@ -${isNew ? '0,0' : '1,0'} +1 @@\n+x\n`
  }
  return paths.map(file).join('')
}

/** Of these paths, those a measure counts when each is a patch of its own. */
const counted = (id: string, paths: readonly string[]): string[] =>
  paths.filter((path) => measureExample(buildExample({ patch: patchOf([path]) }), measuring(id))[id] === 1)

describe('test files', () => {
  const tests = [
    'tests/helpers.py',
    'pkg/test_core.py',
    'core_test.py',
    'app/tests.py',
    'conftest.py',
    'cmd/run_test.go',
    'parser/testdata/a.json',
    'src/a.test.ts',
    'src/A.spec.tsx',
    'lib/__tests__/a.js',
    'lib/a-test.mjs',
    'spec/a.js',
    'cypress/login.cy.ts',
    'ui/__snapshots__/a.snap',
    'src/parser/tests.rs',
    'tests/it.rs',
    'src/test/java/a/Helper.java',
    'a/FooTest.java',
    'a/FooIT.java',
    'a/TestFoo.java',
    'FooTest.php',
    'Zend/tests/bug1.phpt',
    'src/core_test.cc',
    'src/core_unittest.cpp',
    'test_core.c',
    'CoreTest.cpp',
  ]
  const others = [
    'src/contest.py',
    'latest.py',
    'src/attest.go',
    'testing/tool.py',
    'docs/spec/api.md',
    'src/specs.rs',
    'src/inspect.ts',
    'a/Testament.txt',
    'a/Latest.java',
    'src/Contest.php',
    'src/latest.c',
    'src/manifest.cc',
    'package.json',
  ]

  it('are told by the conventions of every language', () => {
    expect(counted('diff_test_files', [...tests, ...others])).toEqual(tests)
  })
})

describe('lock files', () => {
  const locks = ['package-lock.json', 'web/yarn.lock', 'pnpm-lock.yaml', 'Cargo.lock', 'go.sum', 'poetry.lock', 'uv.lock', 'composer.lock']

  it('are those package managers write', () => {
    expect(counted('diff_lock_files', [...locks, 'package.json', 'go.mod', 'src/lock.rs', 'flock.lock'])).toEqual(locks)
  })
})

describe('generated files', () => {
  const generated = [
    'dist/main.js',
    'web/vendor/x.php',
    'node_modules/a/index.js',
    'app.min.js',
    'app.css.map',
    'api/user_pb2.py',
    'api/user_pb2_grpc.py',
    'api/user.pb.go',
    'api/user.pb.cc',
    'src/types.generated.ts',
    'zz_generated.deepcopy.go',
    'pkg/__pycache__/a.pyc',
    'foo.egg-info/PKG-INFO',
    'core/target/classes/A.txt',
    'A.class',
  ]

  it('are told by folder, name and ending', () => {
    const others = ['src/distance.js', 'src/vendored.py', 'src/admin.js', 'target/main.rs', 'src/regenerated.ts', 'build/Makefile']
    expect(counted('diff_generated_files', [...generated, ...others])).toEqual(generated)
  })
})

describe('scratch files', () => {
  const scratch = [
    '+reproduce.py',
    '+reproduce_issue.py',
    '+sub/repro_1.js',
    '+test_fix.py',
    '+debug_parser.ts',
    '+verify_all.sh',
    '+parser_debug.py',
    '+core_final.py',
    '+FIX_SUMMARY.md',
    '+.openhands/TASKS.md',
    '+src/a.py.orig',
    '+src/a.rej',
    '+src/a.c~',
  ]

  it('are helpers that a patch adds and nobody meant to keep', () => {
    const others = [
      '+src/debug_info.c',
      '+tests/test_fix.py',
      '+main_test.go',
      '+README.md',
      '+src/final.rs',
      '+testing.py',
      '+reproducible/a.py',
    ]
    expect(counted('diff_scratch_files', [...scratch, ...others])).toEqual(scratch)
  })

  it('are not files that were there before', () => {
    expect(counted('diff_scratch_files', ['reproduce.py', 'test_fix.py'])).toEqual([])
  })
})

describe('a patch of tests alone', () => {
  const onlyTests = (patch: string | null) => measureExample(buildExample({ patch }), measuring('only_tests')).only_tests

  it('is told from one that changes more, and from one that changes nothing', () => {
    expect(onlyTests(patchOf(['tests/a.py', '+src/a.test.ts']))).toBe(true)
    expect(onlyTests(patchOf(['tests/a.py', 'src/a.ts']))).toBe(false)
    expect(onlyTests('')).toBeNull()
  })
})

describe('any path', () => {
  it.each(['__proto__', 'constructor', '.', 'a.__proto__', `${'a/'.repeat(100_000)}b`, `${'test_'.repeat(100_000)}`, '…'])(
    'is counted as one file: %.20s',
    (path) => {
      const values = measureExample(
        buildExample({ patch: patchOf([path]) }),
        measuring('diff_files', 'diff_test_files', 'patch_extensions'),
      )
      expect(values).toMatchObject({ diff_files: 1, patch_extensions: [{ amounts: [1, 1, 0] }] })
    },
  )
})
