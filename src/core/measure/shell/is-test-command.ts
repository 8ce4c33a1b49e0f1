import { listCommands } from './list-commands.ts'
import { operandsOf } from './operands-of.ts'
import { pythonTests } from './python-tests.ts'
import { baseName, type SimpleCommand } from './simple-command.ts'

/** Says of a program's arguments what they run tests with: `pytest`, `npm test`; null for nothing. */
type TestsOf = (args: readonly string[]) => string | null

/** A program that runs tests whatever its arguments. */
const always =
  (ecosystem: string): TestsOf =>
  () =>
    ecosystem

/** A program that runs tests when one of its operands fits: a task, a goal, a target. */
const task =
  (ecosystem: string, pattern: RegExp): TestsOf =>
  (args) =>
    operandsOf(args).some((word) => pattern.test(word)) ? ecosystem : null

/** A program that runs tests when its first operand fits. */
const subcommand =
  (ecosystem: string, pattern: RegExp = /^tests?$/): TestsOf =>
  (args) =>
    pattern.test(operandsOf(args)[0] ?? '') ? ecosystem : null

const SCRIPT = /^(?:t|tst|test)$|^test[:-]/
const PREFIXES = new Set(['run', 'exec', 'run-script', 'dlx', 'x', 'workspaces'])

/** `npm test`, `yarn test:unit`, `pnpm run test`, `yarn workspace core test`; of `yarn jest` and `pnpm exec vitest` the runner itself. */
function packageScript(manager: string): TestsOf {
  return (args) => {
    const words = operandsOf(args)
    let at = 0
    while (PREFIXES.has(words[at] ?? '') || words[at] === 'workspace') at += words[at] === 'workspace' ? 2 : 1
    const script = words[at] ?? ''
    if (SCRIPT.test(script)) return `${manager} test`
    return MANAGERS.has(script) ? null : testsOfProgram(baseName(script), words.slice(at + 1))
  }
}

const MANAGERS = new Set(['npm', 'yarn', 'pnpm', 'bun'])
const MAKE_TASK = /^(?:tests?|check|spec)$|^(?:test|check)[-_:]/
const MAVEN_GOAL = /^(?:test|verify|integration-test|(?:surefire|failsafe):\S+)$/
const GRADLE_TASK = /(?:^|:)(?:test|check|\w+Test|test[A-Z]\w*)$/
/** Environments of tox and nox that check style or build pages. */
const NO_TESTS = /^(?:lint|flake8|docs?|mypy|types?|typing|typecheck|format|fmt|black|isort|ruff|style|pre-commit|build|coverage-report)$/

function maven(args: readonly string[]): string | null {
  return args.some((word) => /^-D(?:skipTests|maven\.test\.skip)(?:=true)?$/.test(word)) ? null : task('mvn', MAVEN_GOAL)(args)
}

function gradle(args: readonly string[]): string | null {
  return task('gradle', GRADLE_TASK)(args.filter((_, at) => !/^(?:-x|--exclude-task|--tests)$/.test(args[at - 1] ?? '')))
}

/** `tox -e py311,lint`: tests run unless every chosen environment is for something else. */
function environments(ecosystem: string): TestsOf {
  return (args) => {
    const chosen = args.flatMap((word, at) => (/^-[es]$/.test(args[at - 1] ?? '') ? word.split(',') : []))
    return chosen.length > 0 && chosen.every((name) => NO_TESTS.test(name)) ? null : ecosystem
  }
}

function php(args: readonly string[]): string | null {
  if (args[0] === 'artisan') return args[1] === 'test' ? 'phpunit' : null
  return args.some((word) => /^(?:phpunit|pest)(?:\.phar)?$/.test(baseName(word))) ? 'phpunit' : null
}

const PROGRAMS = new Map<string, TestsOf>([
  ...named('pytest', ['pytest', 'py.test'], always),
  ...named('nose', ['nosetests', 'nose2'], always),
  ...named('phpunit', ['phpunit', 'phpunit.phar', 'pest', 'paratest'], always),
  ...named('go test', ['gotestsum', 'ginkgo'], always),
  ...['trial', 'zope-testrunner', 'vitest', 'jest', 'mocha', 'ava', 'karma', 'jasmine', 'tap', 'ctest', 'rspec', 'bats'].flatMap((name) =>
    named(name, [name], always),
  ),
  ['tox', environments('tox')],
  ['nox', environments('nox')],
  ...[...MANAGERS].map((name): [string, TestsOf] => [name, packageScript(name)]),
  ...['go', 'deno', 'dotnet', 'swift', 'bazel', 'meson', 'hatch', 'pdm', 'composer', 'mix', 'stack', 'cabal'].map(
    (name): [string, TestsOf] => [name, subcommand(`${name} test`)],
  ),
  ['bazelisk', subcommand('bazel test')],
  ['playwright', subcommand('playwright')],
  ['ng', subcommand('ng test')],
  ['cargo', subcommand('cargo test', /^(?:test|t|nextest)$/)],
  ['cypress', subcommand('cypress', /^run$/)],
  ['node', (args) => (args.includes('--test') ? 'node --test' : null)],
  ...named('mvn', ['mvn', 'mvnw', 'mvnd'], () => maven),
  ...named('gradle', ['gradle', 'gradlew'], () => gradle),
  ...named('make test', ['make', 'gmake'], (name) => task(name, MAKE_TASK)),
  ...['ninja', 'just', 'task', 'rake', 'invoke', 'sbt'].map((name): [string, TestsOf] => [name, task(`${name} test`, MAKE_TASK)]),
  [
    'cmake',
    (args) => (/^(?:test|check)$/.test(args[args.findIndex((word) => word === '--target' || word === '-t') + 1] ?? '') ? 'ctest' : null),
  ],
  ['php', php],
])

function named(ecosystem: string, names: string[], make: (ecosystem: string) => TestsOf): [string, TestsOf][] {
  return names.map((name) => [name, make(ecosystem)])
}

/** Asking a runner about itself runs nothing. */
const ASKS = [
  '--version',
  '--help',
  '-h',
  '--collect-only',
  '--collectonly',
  '--co',
  '--fixtures',
  '--markers',
  '--listTests',
  '--list-tests',
]
const ASKS_OF = new Map<string, string[]>([
  ['pytest', ['-V', '--setup-plan']],
  ['cargo test', ['--no-run', '--list']],
  ['ctest', ['-N', '--show-only']],
  ['go test', ['-list', '-c']],
  ['gradle', ['-m', '--dry-run']],
  ['make test', ['-n', '--dry-run', '--just-print', '--question']],
  ['nox', ['-l', '--list']],
  ['tox', ['-l', '-a', '--listenvs', '--showconfig', '--notest']],
  ['phpunit', ['--list-suites', '--list-groups']],
])

function asksOnly(ecosystem: string, args: readonly string[]): boolean {
  const asks = [...ASKS, ...(ASKS_OF.get(ecosystem) ?? [])]
  return args.some((word) => asks.includes(word.split('=', 1)[0] ?? ''))
}

/** A repository's own runner: `bin/test`, `./run_tests.sh`, `tests/runtests.py`, `sh tests/unit.sh`. */
const RUNNER = /(?:^|\/)bin\/(?:doc)?test$|(?:^|\/)run[-_]?tests?(?:\.(?:sh|py))?$/
const SHELL_TEST = /(?:^|\/)(?:tests?\/[^/]+|test_[^/]*|[^/]*_tests?|tests?)\.(?:sh|bash)$/

function testsOfProgram(name: string, args: readonly string[]): string | null {
  return /^python[\d.]*$|^pypy[\d.]*$/.test(name) ? pythonTests(args) : (PROGRAMS.get(name)?.(args) ?? null)
}

function scriptTests({ name, program, args }: SimpleCommand): string | null {
  const script = /^(?:ba|da|z)?sh$/.test(name) ? (args.find((word) => !word.startsWith('-')) ?? '') : program
  return RUNNER.test(script) || SHELL_TEST.test(script) ? 'script' : null
}

/** What one command runs tests with, judged by its program: a mere mention (`grep pytest`) is no run. Null for no tests. */
export function testEcosystemOf(command: SimpleCommand): string | null {
  const ecosystem = testsOfProgram(command.name, command.args) ?? scriptTests(command)
  return ecosystem === null || asksOnly(ecosystem, command.args) ? null : ecosystem
}

/** What the commands run tests with, each once: `pytest`, `unittest`, `go test`, `cargo test`, `npm test`, `make test` and their like. */
export function testEcosystems(commands: readonly SimpleCommand[]): string[] {
  return [...new Set(commands.map(testEcosystemOf).filter((ecosystem) => ecosystem !== null))]
}

/** True when a shell script runs tests: pytest, unittest, go test, cargo test, npm test, mvn test, ctest, make test and their like. Never throws. */
export function isTestCommand(command: string): boolean {
  return testEcosystems(listCommands(command)).length > 0
}
