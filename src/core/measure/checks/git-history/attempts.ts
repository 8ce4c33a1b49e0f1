import { isRefusal, printedText } from '#parse'
import type { Call, Example, Message } from '#record'
import { exampleParser } from '../../shell/example-parser.ts'
import { resolvePath } from '../../shell/resolve-path.ts'
import type { Issued } from '../../shell/run/run.ts'
import { runScript } from '../../shell/run/run-script.ts'
import { fileOf, keepFile, newSession, type ShellSession } from '../../shell/run/session.ts'
import { UNKNOWN } from '../../shell/run/unknown.ts'
import type { Attempt, Attempts, UnparsedScript } from './attempt.ts'
import { placesIn } from './call-text.ts'
import { judgeCommand } from './judge-command.ts'
import type { Judged, Knowledge } from './judged.ts'
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
  const answer = call.resultIndex === null ? undefined : example.messages[call.resultIndex]
  const isRefused = answer !== undefined && isRefusal(answer.content)
  const parse = exampleParser(example)
  const parsed = parse(script)
  const { issued, isWhole } = runScript(parsed, isRefused ? newSession() : session, parse)
  const where = { messageIndex: message.index, callIndex }
  const problem = parsed.problem ?? (isWhole ? null : { kind: 'too costly', reason: 'more commands than are followed' })
  if (problem) found.unparsed.push({ ...where, ...problem } satisfies UnparsedScript)
  const judgements = judge(issued, reading.knowledge)
  if (judgements.length === 0) return
  const placeOf = placesIn(message, callIndex, script)
  const attempts = judgements.map(
    ({ command, at, ...judgement }): Attempt => ({
      ...where,
      at: placeOf(parsed.original(at.start), endOf(parsed.original, at.end)),
      command,
      ...judgement,
    }),
  )
  for (const attempt of attempts) (isRefused ? found.refused : found.attempts).push(attempt)
  if (!isRefused && answer) reading.knowledge.learn(attempts, printedText(answer.content))
}

/** The original place behind the last unit: a carriage return after it is not part of the command. */
function endOf(original: (offset: number) => number, end: number): number {
  return end === 0 ? 0 : original(end - 1) + 1
}

/** Also a call that ends the run may hold more than the words that end it: `echo COMPLETE_TASK... && git log`. */
function scriptOf({ act, arguments: given }: Call): string | null {
  if (act.kind === 'shell') return act.command
  if (act.kind !== 'finish' || given === null || typeof given !== 'object' || Array.isArray(given)) return null
  return typeof given.command === 'string' ? given.command : null
}

/** Files an editor wrote may be run later. */
function rememberEdit({ act }: Call, session: ShellSession): void {
  if (act.kind !== 'edit') return
  const path = resolvePath('', act.path)
  const before = fileOf(session, path)
  if (act.change.kind === 'create') keepFile(session, path, act.change.text)
  else if (act.change.kind === 'replace' && before !== undefined)
    keepFile(
      session,
      path,
      before.replace(act.change.before, () => afterOf(act.change)),
    )
  else if (act.change.kind !== 'undo') keepFile(session, path, `${before ?? ''}\n${afterOf(act.change)}\n`)
}

function afterOf(change: { kind: string; after?: string; text?: string }): string {
  return change.after ?? change.text ?? ''
}

type Judgement = Judged & Pick<Issued, 'at'> & { command: string }

/** Judges commands in order; the same verb at the same place, as in a loop, is told once with all its revisions. */
function judge(issued: readonly Issued[], knowledge: RunKnowledge): Judgement[] {
  const found = new Map<string, Judgement>()
  for (const { command, at, folder } of issued) {
    const judgement = judgeCommand(command, folder, knowledge satisfies Knowledge)
    if (judgement === null) continue
    knowledge.note(command)
    const key = `${at.start}-${at.end} ${judgement.verb} ${judgement.tier}`
    const known = found.get(key)
    if (known) known.revisions = [...new Set([...known.revisions, ...judgement.revisions])].slice(0, 100).map(told)
    else
      found.set(key, {
        ...judgement,
        at,
        command: told([command.program, ...command.args].join(' ')),
        revisions: judgement.revisions.map(told),
      })
  }
  return [...found.values()]
}

function told(text: string): string {
  return text.slice(0, 1000).replaceAll(UNKNOWN, '…')
}
