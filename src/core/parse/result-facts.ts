import { isJsonObject, type Json, type JsonObject, type Message, type ResultFacts } from '#record'
import { at } from './json-fields.ts'

/** How a harness marks its observations. Texts are given without the harness's heading. */
interface Convention {
  harness: string
  exitCode(text: string): number | null
  isError(text: string, isShell: boolean): boolean
  isTruncated(text: string): boolean
}

/** Marks stand at an observation's ends; a 20 MB one is not searched whole. */
const EDGE = 4000

const OPENHANDS: Convention = {
  harness: 'openhands',
  exitCode: (text) => lastNumber(text.slice(-EDGE), /\[(?:The command completed|Command finished) with exit code (-?\d+)\.?[^\]\n]*\]/g),
  isError: (text) => /^(?:ERROR:|Error (?:executing|validating|running)\b)/.test(text),
  isTruncated: (text) =>
    /\[\.\.\. Observation truncated due to length \.\.\.\]|<response clipped>|\[\.\.\.\s*(?:Content|Output) truncated/i.test(text),
}

const SWE_AGENT_ERROR = new RegExp(
  [
    'Your proposed edit has introduced new syntax error',
    'Your edit was not applied',
    'No replacement was performed',
    'Invalid `\\w+` parameter',
    'The path .{1,300} (?:does not exist|is not an absolute path)',
    'File already exists at',
    'Your bash command contained syntax errors',
    'Your command was blocked',
    '(?:EXECUTION|COMMAND) TIMED OUT',
    'The command .{1,300}(?:timed out|was cancelled because it took more than)',
    'Usage: ',
    'usage: \\w+',
    'Error: ',
    'File .{1,300} not found',
    'No file open',
  ].join('|'),
)

const SWE_AGENT: Convention = {
  harness: 'sweagent',
  exitCode: () => null,
  // SWE-agent prints no exit code: an interpreter's or the shell's own complaint is all there is to go by.
  isError: (text, isShell) =>
    SWE_AGENT_ERROR.exec(text.slice(0, EDGE))?.index === 0 ||
    (isShell && /^(?:Traceback \(most recent call last\):|(?:\/bin\/)?(?:ba)?sh: .*(?:not found|No such file))/m.test(edges(text))),
  isTruncated: (text) =>
    /<response clipped>|<NOTE>To save on context|Observations? (?:truncated|elided)|\d+ characters (?:were )?elided/i.test(text),
}

const MINI: Convention = {
  harness: 'minisweagent',
  exitCode: (text) => {
    const tag = /^\s*<returncode>(-?\d+)<\/returncode>/.exec(text.slice(0, EDGE))
    return tag ? Number(tag[1]) : integer(jsonObservation(text)?.returncode)
  },
  isError: (text) =>
    /^(?:Please always provide EXACTLY ONE action|The last command <command>|(?:Format|Tool call) error)/i.test(text) ||
    hasText(jsonObservation(text)?.exception_info),
  isTruncated: (text) => {
    const observation = jsonObservation(text)
    if (observation) return observation.elided_chars !== undefined || observation.output_head !== undefined
    return /<(?:elided_chars|output_head)>|The output of your last command was too long/.test(text.slice(0, EDGE * 4))
  },
}

const CONVENTIONS = [OPENHANDS, SWE_AGENT, MINI]

/**
 * What a tool's answer says of itself by its harness's convention; with a harness nobody knows every convention is tried. Fields beside the
 * text that state an exit code (OpenHands' `extras`, mini-swe-agent's `extra`) come first. `isShell`: the answered call ran a command.
 */
export function resultFactsOf(message: Message, harness: string | null, isShell: boolean): Omit<ResultFacts, 'call'> {
  const text = message.content.replace(/^\s*(?:OBSERVATION:|EXECUTION RESULT of \[[^\]\n]*\]:)\s*/, '')
  const known = CONVENTIONS.filter((convention) => convention.harness === harness)
  const conventions = known.length > 0 ? known : CONVENTIONS
  const exitCode = statedExitCode(message.extra) ?? first(conventions, (convention) => convention.exitCode(text))
  const ends = edges(text)
  return {
    exitCode,
    isError: (exitCode ?? 0) !== 0 || conventions.some((convention) => convention.isError(text, isShell && exitCode === null)),
    isTruncated: conventions.some((convention) => convention.isTruncated(convention === MINI ? text : ends) || hasClippedMiddle(text)),
  }
}

function statedExitCode(extra: JsonObject): number | null {
  return (
    integer(at(extra, 'extras', 'exit_code')) ??
    integer(at(extra, 'extras', 'metadata', 'exit_code')) ??
    integer(at(extra, 'extra', 'returncode'))
  )
}

/** OpenHands cuts the middle out and says so there. */
function hasClippedMiddle(text: string): boolean {
  return text.length > 2 * EDGE && text.includes('[... Observation truncated due to length ...]')
}

/** A mini-swe-agent observation as JSON; anything else is null. */
function jsonObservation(text: string): JsonObject | null {
  if (!/^\s*\{\s*"/.test(text) || !text.includes('"returncode"')) return null
  try {
    const value = JSON.parse(text) as Json
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

function first<T, R>(items: T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const result = read(item)
    if (result !== null) return result
  }
  return null
}

function edges(text: string): string {
  return text.length <= 2 * EDGE ? text : `${text.slice(0, EDGE)}\n${text.slice(-EDGE)}`
}

function lastNumber(text: string, pattern: RegExp): number | null {
  const last = [...text.matchAll(pattern)].at(-1)
  return last ? Number(last[1]) : null
}

function integer(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}

function hasText(value: Json | undefined): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null
}
