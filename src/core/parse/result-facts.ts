import type { JsonObject, Message, ResultFacts } from '#record'
import type { Convention } from './conventions/convention.ts'
import { MINI_SWE_AGENT } from './conventions/mini-swe-agent.ts'
import { OPENHANDS } from './conventions/openhands.ts'
import { SWE_AGENT } from './conventions/swe-agent.ts'
import { at, integerField } from './json-fields.ts'

const CONVENTIONS: readonly Convention[] = [OPENHANDS, SWE_AGENT, MINI_SWE_AGENT]

/** What a harness writes above an observation. */
const HEADING = /^\s*(?:OBSERVATION:|Observation:|EXECUTION RESULT of \[[^\]\n]*\]:)\s*/

/**
 * What a tool's answer says of itself by its harness's convention; with a harness nobody knows every convention is tried. Fields beside the
 * text that state an exit code (OpenHands' `extras`, mini-swe-agent's `extra`) come first. `isShell`: the answered call ran a command.
 */
export function resultFactsOf(message: Message, harness: string | null, isShell: boolean): Omit<ResultFacts, 'call'> {
  const text = message.content.replace(HEADING, '')
  const known = CONVENTIONS.filter((convention) => convention.harness === harness)
  const conventions = known.length > 0 ? known : CONVENTIONS
  const exitCode = statedExitCode(message.extra) ?? first(conventions, (convention) => convention.exitCode(text))
  return {
    exitCode,
    isError: (exitCode ?? 0) !== 0 || conventions.some((convention) => convention.isError(text, { isShell, exitCode })),
    isTruncated: conventions.some((convention) => convention.isTruncated(text)),
  }
}

function statedExitCode(extra: JsonObject): number | null {
  return (
    integerField(at(extra, 'extras', 'exit_code')) ??
    integerField(at(extra, 'extras', 'metadata', 'exit_code')) ??
    integerField(at(extra, 'extra', 'returncode'))
  )
}

function first<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const result = read(item)
    if (result !== null) return result
  }
  return null
}
