import { isJsonObject, type Json, type JsonObject } from '#record'
import { integerField } from '../json-fields.ts'
import { type Convention, headOf } from './convention.ts'

/** An answer to a turn without exactly one well-formed action: nothing of it was run. */
const REFUSAL = /^\s*(?:Please always provide EXACTLY ONE action|(?:Format|Tool call) error)/i

/** Heads of observations written as tags; a raised exception stands before the code. */
const CODE = /^\s*(?:<exception>[\s\S]{0,3000}?<\/exception>\s*)?<returncode>(-?\d+)<\/returncode>/
const RAISED = /^\s*(?:<exception>\s*[^<\s]|The last command <command>)/

/** mini-swe-agent: the exit code as a tag, in newer versions as JSON text. */
export const MINI_SWE_AGENT: Convention = {
  harness: 'minisweagent',
  exitCode: (text) => {
    const tag = CODE.exec(headOf(text))
    return tag ? Number(tag[1]) : integerField(jsonObservation(text)?.returncode)
  },
  isError: (text) => isRefusal(text) || RAISED.test(headOf(text)) || hasText(jsonObservation(text)?.exception_info),
  isTruncated: (text) => {
    const observation = jsonObservation(text)
    if (observation) return observation.elided_chars !== undefined || observation.output_head !== undefined
    return /^\s*<returncode>-?\d+<\/returncode>\s*<(?:warning>\s*The output of your last command was too long|output_head>)/.test(
      headOf(text),
    )
  },
}

/** True when the harness refused the whole turn, so that none of its calls was run. */
export function isRefusal(text: string): boolean {
  return REFUSAL.test(text.slice(0, 200))
}

/** What the command printed: of an observation as JSON its output, or the end of one that was cut; any other text as it is. */
export function printedText(text: string): string {
  const { output, output_tail: tail } = jsonObservation(text) ?? {}
  return [output, tail].find((part) => typeof part === 'string') ?? text
}

/** The text read last: a convention asks three times about the same one, and parsing a long one is slow. */
let lastRead: { text: string; observation: JsonObject | null } = { text: '', observation: null }

/** An observation as JSON; anything else is null. */
function jsonObservation(text: string): JsonObject | null {
  if (!/^\s*\{\s*"/.test(text) || !text.includes('"returncode"')) return null
  if (lastRead.text !== text) lastRead = { text, observation: parsed(text) }
  return lastRead.observation
}

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

function hasText(value: Json | undefined): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null
}
