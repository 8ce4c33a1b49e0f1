import { describe, expect, it } from 'vitest'
import { testVerdictOf } from '#parse'

describe('testVerdictOf', () => {
  it.each([
    '===== 1 failed, 55 passed, 2 warnings in 1.23s =====',
    '\u001b[31m===== \u001b[1m1 failed\u001b[0m, \u001b[32m5 passed\u001b[0m in 0.20s =====\u001b[0m',
    '1 failed, 3 passed in 0.12s',
    '=== 1 failed in 0.12s ===[Python Interpreter: /usr/bin/python]\nroot@x:/w # ',
    '=== 3 failed, 85 passed, 1 xfailed, 19 warnings in 62.83s (0:01:02) ===',
    'X.java:3: error: ; expected\n2 errors',
    '============ 1 error in 1.29 seconds ============',
    '====== no tests ran in 0.00s ======',
    "Ran 3 tests in 0.001s\n\nFAILED (errors=1)\nDestroying test database for alias 'default'...",
    '== tests finished: 147 passed, 1 failed, in 4.91 seconds ===\nDO *NOT* COMMIT!',
    '--- FAIL: TestX (0.00s)\nFAIL\nFAIL\texample.com/x\t0.004s\nFAIL',
    'test result: FAILED. 3 passed; 1 failed; 0 ignored',
    'error: could not compile `x` (lib test) due to 2 previous errors',
    'Test Suites: 1 failed, 2 passed, 3 total\nTests:       1 failed, 9 passed, 10 total',
    ' Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 9 passed (10)',
    '  9 passing (20ms)\n  1 failing',
    '# pass 3\n# fail 1',
    '[ERROR] Tests run: 5, Failures: 0, Errors: 1, Skipped: 0\n[INFO] BUILD FAILURE',
    '4 tests completed, 1 failed\n\nBUILD FAILED in 2s',
    'FAILURES!\nTests: 3, Assertions: 3, Failures: 1.',
    '67% tests passed, 1 tests failed out of 3',
    'make: *** [Makefile:10: test] Error 2',
    '===== 5 passed in 1.00s =====\n===== 1 failed, 4 passed in 1.00s =====',
    '===== 1 failed in 1.00s =====\r\n[The command completed with exit code 0.]',
  ])('hears a failure in %j', (output) => {
    expect(testVerdictOf(output)).toBe('failed')
  })

  it.each([
    '===== 37 passed in 0.44s =====',
    '22 passed, 3 skipped in 0.35s',
    '........ [100%]\n8 passed',
    'Ran 3 tests in 0.001s\n\nOK',
    'OK (skipped=1)',
    'PASS\nok  \texample.com/x\t0.004s',
    'ok  \texample.com/x\t(cached)',
    'test result: ok. 3 passed; 0 failed; 0 ignored',
    'Tests:       10 passed, 10 total',
    '      Tests  10 passed (10)',
    '  10 passing (20ms)',
    'ℹ fail 0',
    '[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0\n[INFO] BUILD SUCCESS',
    'OK (3 tests, 3 assertions)',
    '100% tests passed, 0 tests failed out of 3',
  ])('hears a success in %j', (output) => {
    expect(testVerdictOf(output)).toBe('passed')
  })

  it.each(['', 'it failed in 3 ways', 'FAIL: limits differ', 'fix: 1 failed test', 'PASSED', 'def test_x(): OK', 'failed in 1.2s'])(
    'hears nothing in %j',
    (output) => {
      expect(testVerdictOf(output)).toBeNull()
    },
  )

  it('takes a moment for a megabyte', () => {
    const start = performance.now()
    for (const unit of ['=', '1 failed, ', 'Tests: ', '\n', '\u001b[1m', 'make: *** ']) testVerdictOf(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
