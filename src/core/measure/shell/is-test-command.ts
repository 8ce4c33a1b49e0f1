import { asksOnly } from './asks-only.ts'
import { listCommands } from './list-commands.ts'
import type { SimpleCommand } from './simple-command.ts'
import { testsOfProgram } from './test-programs.ts'

/** A repository's own runner: `bin/test`, `./run_tests.sh`, `tests/runtests.py`, `sh tests/unit.sh`. */
const RUNNER = /(?:^|\/)bin\/(?:doc)?test$|(?:^|\/)run[-_]?tests?(?:\.(?:sh|py))?$/
const SHELL_TEST = /(?:^|\/)(?:tests?\/[^/]+|test_[^/]*|[^/]*_tests?|tests?)\.(?:sh|bash)$/

function scriptTests({ name, program, args }: SimpleCommand): string | null {
  const script = /^(?:ba|da|z)?sh$/.test(name) ? (args.find((word) => !word.startsWith('-')) ?? '') : program
  return RUNNER.test(script) || SHELL_TEST.test(script) ? 'script' : null
}

/** What one command runs tests with, judged by its program: a mere mention (`grep pytest`) is no run. Null for no tests. */
function testEcosystemOf(command: SimpleCommand): string | null {
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
