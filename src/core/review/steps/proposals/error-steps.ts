import type { Proposal } from './proposal.ts'
import type { Turn, TurnCall } from './run-turns.ts'

/**
 * Turns whose every call failed by the agent's own mistake, thinking aside: the harness refused it, a tool that is no shell said no (an edit whose text
 * is not there, a file that is not), or a command that never did its work: not found, wrong options, no such file, stopped for taking too long. A test
 * run, a script or a search that fails is none: it tells something. After the error masking of SWE-Lego (arXiv 2601.01426), narrowed to mistakes.
 */
export function errorSteps(turns: readonly Turn[]): Proposal[] {
  return turns.flatMap(({ index, calls }) => {
    const mistakes = calls.map(mistakeOf)
    const [first] = mistakes
    if (!first || mistakes.includes(null)) return []
    const text = calls.length === 1 ? `Its call failed: ${first}.` : `All ${calls.length} of its calls failed, the first: ${first}.`
    return [{ kind: 'error-step' as const, messages: [index], text }]
  })
}

/** Exit codes of commands that never ran, or were stopped: POSIX 126 and 127, timeout's 124, and 128 + SIGINT, SIGKILL, SIGTERM. */
const EXITS: Record<number, string> = {
  124: 'it was stopped for taking too long',
  126: 'it could not be run',
  127: 'there is no such command',
  130: 'it was interrupted',
  137: 'it was killed',
  143: 'it was stopped',
}

/** What a call did wrong; null where it did nothing wrong, or its failure says something about the project. */
function mistakeOf({ call, result, isFailed, isRefused, isTest }: TurnCall): string | null {
  if (isRefused) return 'the harness refused the turn'
  if (!isFailed || !result) return null
  if (call.act.kind !== 'shell') return `${nounOf(call.act.kind)} was refused`
  if (isTest) return null
  const { command } = call.act
  if (INTERRUPT.test(command)) return null
  const exit = EXITS[result.result?.exitCode ?? 0]
  if (exit) return exit
  return STOPPED.test(result.content.slice(-2000)) ? 'it was stopped for taking too long' : complaintIn(result.content, command)
}

function nounOf(kind: TurnCall['call']['act']['kind']): string {
  return kind === 'edit' ? 'the edit' : kind === 'view' ? 'the view' : 'the call'
}

/** OpenHands: keys sent to what is running. An interrupt that ends it with code 130 did what it was for. */
const INTERRUPT = /^\s{0,20}C-[a-z]\s{0,20}$/i

/** OpenHands and SWE-agent of a command that hangs. */
const STOPPED =
  /\[The command (?:has no new output after|timed out after) |The previous command is still running|EXECUTION TIMED OUT|was cancelled because it took more than/

/** A shell or a basic tool about how it was called. */
const COMPLAINT =
  /^(?:-?(?:\/\w{1,10}){0,3}\/?(?:ba|da|z)?sh: |(?<tool>cat|cd|ls|rm|cp|mv|grep|rg|sed|awk|find|head|tail|mkdir|touch|chmod|wc|diff|git|python3?|pip3?|pytest): ).{0,300}(?:No such file or directory|not found|cannot |can't |invalid |[Uu]nrecognized |[Uu]nknown |unterminated|unexpected |syntax error|Permission denied|Is a directory)/

/** Lines from the end that are looked at. */
const LINES = 6

/** A tool that the command does not name was called by a script: what it complains of says something about that. */
function complaintIn(output: string, command: string): string | null {
  const lines = output
    .slice(-4000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const isOwn = (line: string) => {
    const found = COMPLAINT.exec(line)
    return found !== null && command.includes(found.groups?.tool ?? '')
  }
  return lines.slice(-LINES).some(isOwn) ? 'the command was called wrongly' : null
}
