import { callFactsOf } from '#measure'
import type { AlignedCall, Alignment, CallAct, Example } from '#record'
import { alignRuns, callKeys, firstDivergence } from '#review'
import { openExample } from '../bodies/open-example.ts'
import type { Desk } from '../desk.ts'

/** A call's texts are cut here: a line shows less. */
const SHOWN = 400

type Compared = AlignedCall & { alike: number }

/** Runs side by side, in the order asked for; their rows are fetched where they are not here. */
export async function align(desk: Desk, ids: readonly string[], signal?: AbortSignal): Promise<Alignment> {
  const examples: Example[] = []
  for (const id of ids) examples.push((await openExample(desk, id, signal)).example)
  const numberOf = numbering()
  const compared = examples.map((example) => comparedCalls(example, numberOf))
  const lines = alignRuns(compared)
  return {
    runs: compared.map((calls, place) => ({ id: ids[place] ?? '', calls: calls.map(({ alike, ...call }) => call) })),
    lines,
    firstDivergence: firstDivergence(compared, lines),
  }
}

/** Gives equal texts equal numbers: texts of arguments are long, and there are hundreds. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>()
  return (text) => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
}

function comparedCalls(example: Example, numberOf: (text: string) => number): Compared[] {
  const facts = callFactsOf(example).values()
  return example.messages.flatMap(({ index, calls }) =>
    calls.map((call, callIndex) => {
      const { isEdit = false, isTest = false, isFailed = false, tests = null } = facts.next().value ?? {}
      const { same, alike } = callKeys(call)
      return {
        messageIndex: index,
        callIndex,
        same: numberOf(same),
        alike: numberOf(alike),
        name: call.name,
        act: shownAct(call.act),
        isError: isFailed,
        isEdit,
        isTest,
        tests,
      }
    }),
  )
}

function shownAct(act: CallAct): CallAct {
  if (act.kind === 'shell') return { ...act, command: act.command.slice(0, SHOWN) }
  if (act.kind === 'think') return { ...act, thought: act.thought.slice(0, SHOWN) }
  if (act.kind !== 'edit') return act
  const { change } = act
  if (change.kind === 'replace') return { ...act, change: { ...change, before: '', after: '' } }
  return change.kind === 'undo' ? act : { ...act, change: { ...change, text: '' } }
}
