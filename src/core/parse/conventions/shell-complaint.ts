import { plainOutput } from './plain-output.ts'
import { testVerdictOf } from './test-verdict.ts'

const TRACEBACK = 'Traceback (most recent call last):'

/** An exception's own line: `ValueError: x`, `pkg.errors.Broken: x`, a bare `AssertionError`. */
const EXCEPTION = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?::.*)?$/

const FRAME = /^\s/

/** A last line that ends a program for good. */
const LAST_WORDS = new RegExp(
  [
    // Python without a traceback: the script itself does not parse
    '^(?:SyntaxError|IndentationError|TabError|ModuleNotFoundError|ImportError): ',
    // shells: `bash: line 3: foo: command not found`
    '^-?(?:/usr)?(?:/bin/)?(?:ba|da|z)?sh: .{0,300}(?:not found|No such file|syntax error|Permission denied|unexpected EOF|cannot|Is a directory)',
    // a program about itself: `cat: x: No such file or directory`, `prog: error: ...`
    "^[a-z/][\\w./+-]{0,80}: (?:error: |fatal: |cannot |can't open |.{0,300}(?:No such file or directory|command not found|No module named|Is a directory|Permission denied|unrecognized (?:option|argument)|invalid option|unknown option))",
    '^(?:fatal|error|ERROR): ',
    '^(?:npm ERR!|npm error|E: |panic: |PHP Fatal error: |Fatal error: |exit status [1-9]|Segmentation fault|Aborted|Killed$|collect2: error)',
    '^Exception in thread "',
    '^Node\\.js v\\d+',
    '^g?make(?:\\[\\d+\\])?: \\*\\*\\* ',
  ].join('|'),
)

/**
 * True when an output ends in the complaint of a shell, an interpreter, a program or a test runner: all there is to go by where no exit code is
 * told. A complaint in the middle says nothing: the command went on. Of 3,367 real outputs whose exit code was hidden from it, it told 178 of 273
 * failures (most others print nothing, as grep does) and 7 of 3,094 successes as failures.
 */
export function complainsAtEnd(output: string): boolean {
  const lines = plainOutput(output).trimEnd().split('\n')
  return LAST_WORDS.test(lines.at(-1) ?? '') || endsInTraceback(lines) || testVerdictOf(output) === 'failed'
}

/**
 * A traceback whose exception is the last thing printed, right below an indented frame (other streams may have written in between), or that was
 * cut off within its frames.
 */
function endsInTraceback(lines: string[]): boolean {
  const start = lines.lastIndexOf(TRACEBACK)
  if (start === -1) return false
  const [frame = '', exception = ''] = lines.slice(-2)
  return (FRAME.test(frame) && EXCEPTION.test(exception)) || lines.slice(start + 1).every((line) => FRAME.test(line))
}
