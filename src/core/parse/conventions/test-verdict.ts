import { plainOutput } from './plain-output.ts'

/** A failing run, in its runner's summary. */
const FAILED = new RegExp(
  [
    // pytest, in any verbosity; javac, where tests do not compile
    '^(?:=+ )?(?:\\d+ [a-z]{1,20}, ){0,8}[1-9]\\d* (?:failed|errors?)(?:, \\d+ [a-z ]{1,30}){0,8}(?: in \\d|$)',
    '^(?:=+ )?no tests ran in \\d',
    // unittest, Django
    '^FAILED \\((?:failures|errors|unexpected|expected|skipped)\\b.{0,80}\\)',
    // SymPy
    '^[= ]*tests finished: .{0,120}\\b[1-9]\\d* (?:failed|exceptions)\\b',
    // go test
    '^--- FAIL: ',
    '^FAIL(?:\\s|$)',
    // cargo test
    '^test result: FAILED',
    '^error: (?:test failed|could not compile)',
    // jest, vitest
    '^\\s{0,9}(?:Tests|Test Suites|Test Files):?\\s{1,9}(?:.{0,80}[^\\d])?[1-9]\\d* failed\\b',
    // mocha
    '^\\s{0,9}[1-9]\\d* failing$',
    // node --test
    '^(?:#|ℹ) fail [1-9]',
    // maven, gradle
    '^(?:\\[(?:ERROR|INFO|WARNING)\\] )?(?:Tests run: \\d+, (?:Failures: [1-9]|Failures: \\d+, Errors: [1-9])|BUILD FAILURE|There are test failures)',
    '^BUILD FAILED',
    // phpunit
    '^(?:FAILURES|ERRORS)!$',
    // ctest
    '^\\d+% tests passed, [1-9]\\d* tests? failed',
    // rspec
    '^\\d+ examples?, [1-9]\\d* failures?',
    // dotnet
    '^Failed! +- Failed:',
    // make around any of them
    '^g?make(?:\\[\\d+\\])?: \\*\\*\\* .{0,200}\\bError \\d+',
    '^npm (?:ERR!|error) (?:Test failed|code ELIFECYCLE|Lifecycle script `test)',
  ].join('|'),
  'm',
)

/** A run in which nothing failed, in its runner's summary. */
const PASSED = new RegExp(
  [
    '^(?:=+ )?(?:\\d+ [a-z]{1,20}, ){0,8}\\d+ passed(?:, \\d+ [a-z ]{1,30}){0,8}(?: in \\d|$)',
    '^OK(?:$| \\()',
    '^OK, but ',
    '^[= ]*tests finished: \\d+ passed',
    '^ok\\s{1,9}\\S{1,200}\\s{1,9}(?:\\d|\\(cached\\))',
    '^PASS$',
    '^test result: ok',
    '^\\s{0,9}(?:Tests|Test Files):?\\s{1,9}.{0,80}\\d+ passed\\b',
    '^\\s{0,9}\\d+ passing\\b',
    '^(?:#|ℹ) fail 0$',
    '^(?:\\[INFO\\] )?BUILD SUCCESS',
    '^100% tests passed',
    '^\\d+ examples?, 0 failures',
    '^Passed! +- Failed:',
  ].join('|'),
  'm',
)

/** Runners tell their verdict at the end; what a harness or a wrapper adds below it is short. */
const TAIL = 6000

/**
 * What a test runner's own summary says at the end of an output: pytest, unittest, go test, cargo, jest, vitest, mocha, node, maven, gradle,
 * phpunit, ctest, rspec, dotnet and make around them. One failing summary among several fails. Null when there is none.
 */
export function testVerdictOf(output: string): 'passed' | 'failed' | null {
  const tail = plainOutput(output.slice(-TAIL))
  if (FAILED.test(tail)) return 'failed'
  return PASSED.test(tail) ? 'passed' : null
}
