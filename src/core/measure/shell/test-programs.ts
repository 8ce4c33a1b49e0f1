import { operandsOf } from './operands-of.ts'
import { pythonTests } from './python-tests.ts'
import { baseName } from './simple-command.ts'

/** Says of a program's arguments what they run tests with: `pytest`, `npm test`; null for nothing. */
type TestsOf = (args: readonly string[]) => string | null

/** A program that runs tests whatever its arguments. */
const always =
  (ecosystem: string): TestsOf =>
  () =>
    ecosystem

/** A program that runs tests when one of its operands fits: a task, a goal, a target. */
const task =
  (ecosystem: string, pattern: RegExp, valued: ReadonlySet<string>): TestsOf =>
  (args) =>
    operandsOf(args, valued).some((word) => pattern.test(word)) ? ecosystem : null

/** A program that runs tests when its first operand fits. */
const subcommand =
  (ecosystem: string, pattern: RegExp = /^tests?$/): TestsOf =>
  (args) =>
    pattern.test(operandsOf(args, OF_FOLDERS)[0] ?? '') ? ecosystem : null

/** Options that take the next word. */
const OF_FOLDERS = new Set([
  '-C',
  '--cwd',
  '--dir',
  '--directory',
  '--prefix',
  '--filter',
  '-F',
  '--workspace',
  '--manifest-path',
  '--target-dir',
])
const OF_NPM = new Set([...OF_FOLDERS, '-w'])
const OF_MAKE = new Set(['-C', '-f', '-I', '-o', '-W', '--directory', '--file'])
const OF_MAVEN = new Set(['-f', '--file', '-pl', '--projects', '-P', '-s', '--settings', '-rf', '-T'])
const OF_GRADLE = new Set(['-p', '--project-dir', '-b', '--build-file', '-c', '-I', '-x', '--exclude-task', '--tests'])

const SCRIPT = /^(?:t|tst|test)$|^test[:-]/
const PREFIXES = new Set(['run', 'exec', 'run-script', 'dlx', 'x', 'workspaces'])

/** `npm test`, `yarn test:unit`, `pnpm run test`, `yarn workspace core test`; of `yarn jest` and `pnpm exec vitest` the runner itself. */
function packageScript(manager: string): TestsOf {
  return (args) => {
    const words = operandsOf(args, manager === 'npm' ? OF_NPM : OF_FOLDERS)
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
  return args.some((word) => /^-D(?:skipTests|maven\.test\.skip)(?:=true)?$/.test(word)) ? null : task('mvn', MAVEN_GOAL, OF_MAVEN)(args)
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
  ...named('gradle', ['gradle', 'gradlew'], (name) => task(name, GRADLE_TASK, OF_GRADLE)),
  ...named('make test', ['make', 'gmake'], (name) => task(name, MAKE_TASK, OF_MAKE)),
  ...['ninja', 'just', 'task', 'rake', 'invoke', 'sbt'].map((name): [string, TestsOf] => [name, task(`${name} test`, MAKE_TASK, OF_MAKE)]),
  [
    'cmake',
    (args) => (/^(?:test|check)$/.test(args[args.findIndex((word) => word === '--target' || word === '-t') + 1] ?? '') ? 'ctest' : null),
  ],
  ['php', php],
])

function named(ecosystem: string, names: string[], make: (ecosystem: string) => TestsOf): [string, TestsOf][] {
  return names.map((name) => [name, make(ecosystem)])
}

/** What a program runs tests with, told from its name and arguments; null for no tests. */
export function testsOfProgram(name: string, args: readonly string[]): string | null {
  return /^python[\d.]*$|^pypy[\d.]*$/.test(name) ? pythonTests(args) : (PROGRAMS.get(name)?.(args) ?? null)
}
