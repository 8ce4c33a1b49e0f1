import { listCommands } from './list-commands.ts'
import { baseName, type SimpleCommand } from './simple-command.ts'

/** Says of a program's arguments whether they run tests. */
type IsTest = (args: string[]) => boolean

const always: IsTest = () => true

/** True when one of the words is, or begins as, a test task: `test`, `test:unit`, `testDebug`. */
const names =
  (pattern: RegExp): IsTest =>
  (args) =>
    args.some((word) => pattern.test(word))

/** True when the first word that is no option fits. */
const subcommand =
  (pattern: RegExp): IsTest =>
  (args) =>
    pattern.test(args.find((word) => !/^[-+]/.test(word)) ?? '')

const script = subcommand(/^(?:t|tst|test)$|^test[:-]/)

/** `npm test`, `yarn test:unit`, `pnpm run test`, `yarn jest`, `pnpm exec vitest`. */
const packageScript: IsTest = (args) => {
  const [first = '', ...rest] = args.filter((word) => !word.startsWith('-'))
  if (['run', 'exec', 'run-script', 'dlx', 'workspace'].includes(first)) return packageScript(first === 'workspace' ? rest.slice(1) : rest)
  return script([first]) || isTestProgram(first, rest)
}

const PYTHON_MODULES = new Set(['pytest', 'unittest', 'nose', 'nose2', 'tox', 'nox', 'doctest', 'xdoctest'])

/** `python -m pytest`, `python manage.py test`, `python tests/test_x.py`, `python tests/runtests.py`. */
const python: IsTest = (args) => {
  const module = args.indexOf('-m')
  if (module !== -1)
    return PYTHON_MODULES.has(args[module + 1] ?? '') || (args[module + 1] === 'coverage' && python(args.slice(module + 3)))
  const at = args.findIndex((word) => !word.startsWith('-'))
  if (at === -1 || args.slice(0, at).includes('-c')) return false
  const file = baseName(args[at] ?? '')
  if (/^(?:test_.*|.*_tests?|run_?tests?|tests?)\.py$/.test(file)) return true
  return ['manage.py', 'setup.py'].includes(file) && args[at + 1] === 'test'
}

const PROGRAMS = new Map<string, IsTest>([
  ...['pytest', 'py.test', 'nosetests', 'nose2', 'tox', 'nox', 'trial', 'zope-testrunner'].map(pair(always)),
  ...['vitest', 'jest', 'mocha', 'ava', 'karma', 'jasmine', 'tap', 'phpunit', 'pest', 'ctest', 'rspec', 'bats', 'gotestsum'].map(
    pair(always),
  ),
  ...['npm', 'yarn', 'pnpm', 'bun'].map(pair(packageScript)),
  ...['go', 'deno', 'dotnet', 'swift', 'bazel', 'bazelisk', 'meson', 'hatch', 'playwright', 'ng', 'composer', 'mix', 'stack', 'cabal'].map(
    pair(subcommand(/^tests?$/)),
  ),
  ['cargo', subcommand(/^(?:test|t|nextest)$/)],
  ['cypress', subcommand(/^run$/)],
  ['node', names(/^--test$/)],
  ...['mvn', 'mvnw', 'mvnd'].map(pair(names(/^(?:test|verify|integration-test|(?:surefire|failsafe):\S+)$/))),
  ...['gradle', 'gradlew'].map(pair(names(/(?:^|:)(?:test|check|\w+Test|test[A-Z]\w*)$/))),
  ...['make', 'gmake', 'ninja', 'just', 'task', 'rake', 'invoke', 'sbt'].map(pair(names(/^(?:tests?|check|spec)$|^(?:test|check)[-_:]/))),
  ['cmake', names(/^(?:test|check)$/)],
  ['php', (args) => args.some((word) => baseName(word) === 'phpunit') || (args[0] === 'artisan' && args[1] === 'test')],
])

function pair(isTest: IsTest): (name: string) => [string, IsTest] {
  return (name) => [name, isTest]
}

/** Asking a runner about itself runs nothing. */
const ASKS = new Set(['--version', '--help', '-h', '--collect-only', '--co', '--fixtures', '--listTests', '--list-tests'])

/** A repository's own runner: `bin/test`, `./run_tests.sh`, `tests/runtests.py`. */
const TEST_SCRIPT = /(?:^|\/)bin\/(?:doc)?test$|(?:^|\/)run[-_]?tests?(?:\.(?:sh|py))?$/

function isTestProgram(name: string, args: string[]): boolean {
  if (args.some((word) => ASKS.has(word))) return false
  if (/^python[\d.]*$|^pypy\d*$/.test(name)) return python(args)
  return PROGRAMS.get(name)?.(args) ?? false
}

/** True when one of the commands runs tests, judged by its program: a mere mention (`grep pytest`) is no run. */
export function runsTests(commands: readonly SimpleCommand[]): boolean {
  return commands.some(({ name, program, args }) => isTestProgram(name, args) || TEST_SCRIPT.test(program))
}

/** True when a shell script runs tests: pytest, unittest, go test, cargo test, npm test, mvn test, ctest, make test and their like. Never throws. */
export function isTestCommand(command: string): boolean {
  return runsTests(listCommands(command))
}
