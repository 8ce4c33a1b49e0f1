import { baseName } from './simple-command.ts'

const MODULES = new Map([
  ['pytest', 'pytest'],
  ['unittest', 'unittest'],
  ['test', 'unittest'],
  ['nose', 'nose'],
  ['nose2', 'nose'],
  ['tox', 'tox'],
  ['nox', 'nox'],
  ['doctest', 'doctest'],
  ['xdoctest', 'doctest'],
])

/** A file of tests run by itself: `python tests/test_api.py`. A script that mends tests is none. */
const TEST_FILE = /^(?:test_.*|.*_tests?|tests?)\.py$/
const MENDS = /^(?:update|fix|add|create|generate|gen|write|modify|patch|rewrite|append|insert|remove)_/

/** A repository's own runner, wherever it lies. */
const RUNNER = /^run[-_]?tests?\.py$/

/** What a call of the Python interpreter runs tests with: a module, Django's `manage.py test`, `setup.py test`, a runner, a file of tests; null for none. */
export function pythonTests(args: readonly string[]): string | null {
  const at = afterOptions(args)
  const [word = '', ...rest] = args.slice(at)
  if (word.startsWith('-m')) return word === '-m' ? moduleTests(rest[0] ?? '', rest.slice(1)) : moduleTests(word.slice(2), rest)
  return word.startsWith('-') ? null : fileTests(baseName(word), rest)
}

/** Where the interpreter's own options end: at a module, a script or code. `-W ignore` and `-X dev` take the next word. */
function afterOptions(args: readonly string[]): number {
  let at = 0
  while (/^-(?![mc])./.test(args[at] ?? '')) at += args[at] === '-W' || args[at] === '-X' ? 2 : 1
  return at
}

function fileTests(file: string, rest: readonly string[]): string | null {
  if (file === 'manage.py') return rest[0] === 'test' ? 'django' : null
  if (file === 'setup.py') return rest.includes('test') ? 'unittest' : null
  if (RUNNER.test(file)) return 'script'
  return TEST_FILE.test(file) && !MENDS.test(file) ? 'test file' : null
}

function moduleTests(module: string, rest: readonly string[]): string | null {
  if (module === 'coverage') return coveredTests(rest)
  if (module === 'django') return rest.includes('test') ? 'django' : null
  return MODULES.get(module) ?? null
}

/** `coverage run -m pytest`, `coverage run manage.py test`. */
function coveredTests([run, ...rest]: readonly string[]): string | null {
  if (run !== 'run') return null
  const at = rest.indexOf('-m')
  const module = rest[at + 1] ?? ''
  if (at !== -1) return module === 'coverage' ? null : moduleTests(module, rest.slice(at + 2))
  const file = rest.findIndex((word) => !word.startsWith('-'))
  return file === -1 ? null : fileTests(baseName(rest[file] ?? ''), rest.slice(file + 1))
}
