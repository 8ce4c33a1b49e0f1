import { type Convention, edgesOf, headOf } from './convention.ts'
import { complainsAtEnd } from './shell-complaint.ts'

/** Words of SWE-agent itself that open an observation, whatever ran: its editor can be called from the shell too. */
const OWN_ERROR = new RegExp(
  `^(?:${[
    'Your proposed edit has introduced new syntax error',
    'Your edit was not applied',
    'No replacement was performed',
    'Invalid `\\w+`(?: parameter|: )',
    'Parameter `\\w+` is required',
    'File already exists at',
    'Your bash command contained syntax errors',
    'Your command was blocked',
    "Operation '.{1,300}' is not supported",
    '(?:EXECUTION|COMMAND) TIMED OUT',
  ].join('|')})`,
)
const CANCELLED = /was cancelled because it took more than|timed out after \d+ seconds|did not respond within|exceeded the time limit/

/** Words that open a failing tool's answer, but that a program could print and go on. */
const TOOL_ERROR =
  /^(?:The path .{1,300} (?:does not exist|is not an absolute path|is a directory)|[Uu]sage: |Error: |(?:File|Directory) .{1,300} not found|No file open)/

/** A tool that fails midway tells it after what the shell said about it. */
const LATE_ERROR = /^(?:File .{1,300} not found|Error: No file named .{1,300})$/m

/** What SWE-agent's window adds below an observation. */
const WINDOW = /\r?\n\(Open file: [^\n]*\)\r?\n\(Current directory: [^\n]*\)\r?\nbash-\$\s*$/

/** SWE-agent prints no exit code: its own words count, and of a command the shell's, an interpreter's or a test runner's last ones. */
export const SWE_AGENT: Convention = {
  harness: 'sweagent',
  exitCode: () => null,
  isError: (text, { isShell, exitCode }) => {
    if (exitCode !== null) return false
    const head = headOf(text)
    if (OWN_ERROR.test(head) || (head.startsWith("The command '") && CANCELLED.test(edgesOf(text)))) return true
    if (isShell) return complainsAtEnd(text.slice(-20_000).replace(WINDOW, ''))
    return TOOL_ERROR.test(head) || (text.length < 2000 && LATE_ERROR.test(text))
  },
  isTruncated: (text) =>
    /<response clipped>\s*<NOTE>|^<NOTE>This file is too large to display entirely|^<NOTE>To save on context|<NOTE>Observations should not exceeded|^Old (?:environment output:|output omitted)|\bObservations? (?:truncated|elided)|\b\d+ characters (?:were )?elided/i.test(
      edgesOf(text),
    ),
}
