import { type CallAct, type Evidence, type Example, QUOTE_UNITS } from '#record'
import { argumentsOf, cite, contentOf } from '../cite.ts'
import { textOf } from '../place-evidence.ts'
import type { Attempt } from './attempt.ts'
import type { Exposure } from './exposed.ts'
import { fetchedPlaces, mentions } from './fetched-places.ts'
import { outputAt } from './output-of.ts'
import { readOutput } from './read-output.ts'
import { shortened, usedFrom } from './used-from.ts'

/** Commands that show what is in a file. */
const SHOWS = /(?:^|[\s;&|(])(?:cat|less|more|head|tail|sed|awk|grep|egrep|rg|diff|git|nl|bat|python3?|view|patch|vim|tac|cut)(?=\s)/

/** More places than a run fetches; each is looked for in every later call. */
const MOST_PLACES = 100

/** A place that holds what a flagged command fetched. */
interface Fetched {
  place: string
  attempt: Attempt
}

/** What later calls showed of the files that flagged commands had written: a patch that was downloaded and then read, a clone that was looked through. */
export function readLater(example: Example, attempts: readonly Attempt[]): Evidence[] {
  const fetched = attempts.flatMap((attempt) => placesOf(example, attempt)).slice(0, MOST_PLACES)
  if (fetched.length === 0) return []
  return example.messages.flatMap((message) =>
    message.calls.flatMap((call, callIndex) => {
      const text = lookedAt(call.act)
      const source =
        text === null ? undefined : fetched.find(({ attempt, place }) => attempt.messageIndex < message.index && mentions(text, place))
      return source ? shownOf(example, source, { messageIndex: message.index, callIndex }) : []
    }),
  )
}

function placesOf(example: Example, attempt: Attempt): Fetched[] {
  if (attempt.tier === 'safe' || attempt.tier === 'unknown') return []
  return fetchedPlaces(attempt, textOf(example, attempt.at) ?? '').map((place) => ({ place, attempt }))
}

/** What a call looks at; null for one that shows no file. */
function lookedAt(act: CallAct): string | null {
  if (act.kind === 'view') return act.path
  return act.kind === 'shell' && SHOWS.test(act.command) ? act.command : null
}

function shownOf(example: Example, { attempt, place }: Fetched, call: { messageIndex: number; callIndex: number }): Evidence[] {
  const output = outputAt(example, call)
  const exposure = output && !output.isError ? exposureOf(output.text) : null
  if (output === null || exposure === null) return []
  const command = cite(example, argumentsOf(call.messageIndex, call.callIndex))
  const earlier = { what: 'earlier' as const, ...cite(example, attempt.at, attempt.at.start, attempt.at.end) }
  const source = `${place}, which came by “${shortened(attempt.command)}”`
  const shown = {
    what: 'output' as const,
    ...cite(example, contentOf(output.messageIndex), exposure.line.start, exposure.line.start + QUOTE_UNITS),
  }
  return [
    { kind: 'exposed', text: `The output shows ${source}.`, certainty: exposure.certainty, ...command, parts: [earlier, shown] },
    ...usedFrom(example, output, exposure.code, { ...command, earlier: [earlier], by: source, before: call.messageIndex }),
  ]
}

function exposureOf(text: string): Exposure | null {
  const { signs, code } = readOutput(text)
  if (signs.diff) return { certainty: 'likely', what: 'a patch', line: signs.diff, code: 'diff' }
  return code && { certainty: 'likely', what: 'a file', line: code, code: 'lines' }
}
