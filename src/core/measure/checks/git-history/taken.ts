import type { CallAct, Certainty, Evidence, Example } from '#record'
import { cite, PATCH_TEXT } from '../cite.ts'
import { textOf } from '../place-evidence.ts'
import type { Attempt } from './attempt.ts'
import { fetchedPlaces, mentions, redirected } from './fetched-places.ts'
import { forgetIn, formOf, typedIn } from './line-forms.ts'
import { outputAt } from './output-of.ts'
import type { TextLine } from './text-line.ts'
import { tellingLines } from './used.ts'
import { shortened } from './used-from.ts'

/** Subcommands that put files of another revision into the working tree. */
const TAKES = new Set(['checkout', 'restore', 'cherry-pick', 'merge', 'pull', 'rebase', 'read-tree', 'switch', 'reset'])
/** Programs that put what was fetched into it. */
const APPLIES = /(?:^|[\s;&|(])(?:git (?:-\S{1,50} ){0,3}(?:apply|am)|patch|cp|mv|rsync)(?=\s|$)/
const FAILED = /(?:^|"|\\n)(?:fatal|error): |CONFLICT \(/m
/** Fewer lines may be a formatter's or a script's work. */
const LIKELY_LINES = 3
/** More commands say no more; each is compared with the whole run. */
const MOST = 5

/**
 * Commands that put upstream's files into the working tree without showing them: lines of the patch the run never typed, and had not read before, are taken
 * for theirs. Likely for three and more, else possible.
 */
export function takenIn(example: Example, attempts: readonly Attempt[]): Evidence[] {
  const flagged = attempts.filter(({ tier }) => tier !== 'safe' && tier !== 'unknown')
  if (!example.patch || flagged.length === 0) return []
  const taking = flagged.filter((attempt) => hasTaken(example, attempt)).slice(0, MOST)
  return taking.flatMap((attempt) => evidenceOf(example, attempt))
}

function hasTaken(example: Example, attempt: Attempt): boolean {
  const output = outputAt(example, attempt)
  if (output !== null && (output.isError || FAILED.test(output.text.slice(0, 5000)))) return false
  if (TAKES.has(attempt.verb)) return true
  const act = example.messages[attempt.messageIndex]?.calls[attempt.callIndex]?.act
  return isApplied(act) || isAppliedLater(example, attempt)
}

function isApplied(act: CallAct | undefined): boolean {
  return act?.kind === 'shell' && APPLIES.test(act.command)
}

function isAppliedLater(example: Example, attempt: Attempt): boolean {
  const script = textOf(example, attempt.at) ?? ''
  if (redirected(attempt, script).some((path) => example.patch?.includes(`\n+++ b/${path}\n`))) return true
  const places = fetchedPlaces(attempt, script).slice(0, 20)
  if (places.length === 0) return false
  const later = example.messages.slice(attempt.messageIndex + 1).flatMap(({ calls }) => calls.map(({ act }) => act))
  return later.some((act) => act.kind === 'shell' && APPLIES.test(act.command) && places.some((place) => mentions(act.command, place)))
}

function evidenceOf(example: Example, attempt: Attempt): Evidence[] {
  const added = tellingLines(example.patch ?? '')
  const lines = added.filter(({ start }) => isNamed(attempt, example.patch ?? '', start))
  const open = new Set(lines.map(({ text }) => formOf(text)))
  for (const { index, content } of example.messages) if (index < attempt.messageIndex) forgetIn(content, open)
  for (const message of example.messages) for (const text of typedIn(message)) forgetIn(text, open)
  const found = lines.filter(({ text }) => open.has(formOf(text)))
  if (found.length === 0) return []
  const by = `“${shortened(attempt.command)}”`
  const text = `${found.length} of the ${added.length} telling lines the patch adds were neither typed by the run nor read before ${by} took files in.`
  const certainty: Certainty = found.length >= LIKELY_LINES ? 'likely' : 'possible'
  return [{ kind: 'used', text, certainty, ...cite(example, attempt.at, attempt.at.start, attempt.at.end), parts: partsOf(example, found) }]
}

/** Lines right under another are one part. */
function partsOf(example: Example, found: readonly TextLine[]): Evidence['parts'] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = spans.at(-1)
    if (last && start - last.end <= 2) last.end = end
    else spans.push({ start, end })
  }
  return spans.map(({ start, end }) => ({ what: 'patch' as const, ...cite(example, PATCH_TEXT, start, end) }))
}

/** False where a command takes named files, and the line stands in another one. */
function isNamed({ verb, command, revisions }: Attempt, patch: string, at: number): boolean {
  if (verb !== 'checkout' && verb !== 'restore') return true
  const words = command.split(' ')
  const operands = words.slice(words.indexOf(verb) + 1).filter((word) => !word.startsWith('-') && !revisions.includes(word))
  if (operands.length === 0 || operands.includes('.')) return true
  const header = patch.lastIndexOf('\n+++ ', at)
  const path = /^\n\+\+\+ (?:b\/)?([^\t\n]{1,500})/.exec(patch.slice(header, header + 520))?.[1] ?? ''
  return operands.some((word) => path === word || path.startsWith(`${word}/`) || word.endsWith(`/${path}`))
}
