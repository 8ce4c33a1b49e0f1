import type { PathParts } from './path-parts.ts'

/** Folders that hold tests and what only tests use, whatever the language. Maven and Gradle have `src/test`, cargo and pytest `tests`, Go `testdata`. */
const FOLDERS = new Set([
  'test',
  'tests',
  '__tests__',
  '__mocks__',
  '__snapshots__',
  'testdata',
  'test_data',
  'test-data',
  'testfixtures',
  'integrationtest',
  'androidtest',
  'e2e',
  'cypress',
])

/** Folders of Jasmine and phpspec; elsewhere a `spec` is a specification. */
const SPEC_FOLDERS = new Set(['spec', 'specs'])
const SPEC_EXTENSIONS = new Set(['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'php'])

const SCRIPT = /(?:^|[._-])(?:tests?|spec|e2e|cy)\.[cm]?[jt]sx?$/
const NATIVE = /^(?:test|tst)_|^tests?\.|[_-](?:unit)?tests?\.|[a-z0-9]Tests?\./

/**
 * Names of test files by extension, as the runners find them by default: pytest's `python_files` (and its conftest.py, Django's tests.py), `go help
 * test`, Jest's and Vitest's `testMatch` with Cypress' `.cy`, Maven's surefire and failsafe includes, PHPUnit's suffix with Codeception's Cest and
 * php-src's .phpt; for Rust, C and C++ what cargo, GoogleTest and CTest projects write.
 */
const NAMES: Record<string, RegExp> = {
  py: /^test_|_tests?\.py$|^(?:conftest|tests?)\.py$/,
  go: /_test\.go$/,
  rs: /(?:^|_)tests?\.rs$/,
  java: /(?:Tests?|TestCase|IT|ITCase)\.java$|^(?:Test|IT)[A-Z]/,
  php: /(?:Test|TestCase|Cest)\.php$/,
  phpt: /./,
  snap: /./,
  ...Object.fromEntries(['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'].map((extension) => [extension, SCRIPT])),
  ...Object.fromEntries(['c', 'h', 'cc', 'hh', 'cpp', 'hpp', 'cxx', 'hxx'].map((extension) => [extension, NATIVE])),
}

/** Whether a file is a test, or only there for tests, by the conventions of the corpus' nine languages. */
export function isTestPath({ folders, base, extension }: PathParts): boolean {
  if (folders.some((folder) => FOLDERS.has(folder))) return true
  if (SPEC_EXTENSIONS.has(extension) && folders.some((folder) => SPEC_FOLDERS.has(folder))) return true
  return (Object.hasOwn(NAMES, extension) && NAMES[extension]?.test(base)) || false
}
