import { isRefusal, printedText } from '#parse'
import type { Call, Example, Message } from '#record'
import { exampleParser } from '../../shell/example-parser.ts'
import type { ParsedShell } from '../../shell/parse-shell.ts'
import { runCell, runScript } from '../../shell/run/run-script.ts'
import { newSession, type ShellSession } from '../../shell/run/session.ts'
import type { Attempt, Attempts, UnparsedScript } from './attempt.ts'
import { rememberEdit, scriptOf } from './call-script.ts'
import { placesIn } from './call-text.ts'
import { judgeIssued } from './judge-issued.ts'
import { type RunKnowledge, runKnowledge } from './run-knowledge.ts'

/** What a run's shell commands reach for. Never throws. */
export function attemptsOf(example: Example): Attempts {
  const reading: Reading = {
    example,
    session: newSession(),
    knowledge: runKnowledge(example),
    found: { attempts: [], refused: [], unparsed: [] },
  }
  for (const message of example.messages) for (const [at, call] of message.calls.entries()) readCall(call, at, message, reading)
  return reading.found
}

interface Reading {
  example: Example
  session: ShellSession
  knowledge: RunKnowledge
  found: Attempts
}

function readCall(call: Call, callIndex: number, message: Message, reading: Reading): void {
  const { example, found, session } = reading
  rememberEdit(call, session)
  const script = scriptOf(call)
  if (script === null) return
  const { language, text } = script
  const answer = call.resultIndex === null ? undefined : example.messages[call.resultIndex]
  const isRefused = answer !== undefined && isRefusal(answer.content)
  const parse = exampleParser(example)
  const parsed = language === 'shell' ? parse(text) : NO_SHELL
  const held = isRefused ? newSession() : session
  const { issued, isWhole } = language === 'shell' ? runScript(parsed, held, parse) : runCell(text, held, parse)
  const where = { messageIndex: message.index, callIndex }
  const problem = parsed.problem ?? (isWhole ? null : { kind: 'too costly', reason: 'more commands than are followed' })
  if (problem) found.unparsed.push({ ...where, ...problem } satisfies UnparsedScript)
  const judgements = judgeIssued(issued, reading.knowledge, isRefused)
  if (judgements.length === 0) return
  const placeOf = placesIn(message, callIndex, text)
  const attempts = judgements.map(
    ({ command, at, ...judgement }): Attempt => ({
      ...where,
      at: placeOf(parsed.original(at.start), endOf(parsed.original, at.end)),
      command,
      ...judgement,
    }),
  )
  for (const attempt of attempts) (isRefused ? found.refused : found.attempts).push(attempt)
  if (!isRefused) reading.knowledge.learn(attempts, answer ? printedText(answer.content) : '')
}

/** A notebook's cell is no shell script. */
const NO_SHELL: ParsedShell = { source: '', tree: null, problem: null, original: (offset) => offset }

/** The original place behind the last unit: a carriage return after it is not part of the command. */
function endOf(original: (offset: number) => number, end: number): number {
  return end === 0 ? 0 : original(end - 1) + 1
}
