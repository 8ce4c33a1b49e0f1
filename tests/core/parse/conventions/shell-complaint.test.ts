import { describe, expect, it } from 'vitest'
import { complainsAtEnd } from '../../../../src/core/parse/conventions/shell-complaint.ts'

const TRACEBACK = 'Traceback (most recent call last):\n  File "x.py", line 1, in <module>\n    f()\n'

describe('complainsAtEnd', () => {
  it.each([
    `${TRACEBACK}ValueError: no`,
    `done\n${TRACEBACK}AssertionError\n`,
    `${TRACEBACK}pkg.errors.Broken: no\r\n`,
    `${TRACEBACK}KeyError: 0\n\u001b[0m`,
    TRACEBACK,
    '  File "x.py", line 1\n    f(\n     ^\nSyntaxError: invalid syntax',
    'bash: line 1: foo: command not found',
    '/bin/sh: 1: foo: not found',
    'ok\ncat: x: No such file or directory',
    "python3: can't open file '/x.py': [Errno 2] No such file or directory",
    '/usr/bin/python3: No module named pytest',
    'usage: prog [-h]\nprog: error: the following arguments are required: x',
    'fatal: not a git repository',
    'npm ERR! Test failed.  See above for more details.',
    'Node.js v20.1.0',
    'panic: no\n\ngoroutine 1 [running]:\nexit status 2',
    'make: *** No rule to make target',
    '=== 1 failed, 2 passed in 0.10s ===',
  ])('hears %j', (output) => {
    expect(complainsAtEnd(output)).toBe(true)
  })

  it.each([
    '',
    'fine',
    `${TRACEBACK}ValueError: no\nwent on`,
    'Error: caught it',
    'cat: x: No such file or directory\nbut y is here',
    '12: raise ValueError("no")',
    'ValueError: no',
    'usage: prog [-h]\n\noptions:\n  -h',
    '=== 3 passed in 0.10s ===',
  ])('lets %j pass', (output) => {
    expect(complainsAtEnd(output)).toBe(false)
  })
})
