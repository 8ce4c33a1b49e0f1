import type { z } from 'zod'
import type { exampleDetail, messageView } from '#contract'
import { type CallFacts, callFactsOf, type MessageTokens, messageTokens } from '#measure'
import { stepsOf } from '#parse'
import { type Call, type CallAct, type EditChange, type Example, fault, type Message } from '#record'
import { editsAbout, projectStandings } from '#review'
import { measuredRow } from './bodies/measured-row.ts'
import { openExample } from './bodies/open-example.ts'
import { cutText } from './cut-text.ts'
import type { Desk } from './desk.ts'
import { recipeInForce } from './recipe-in-force.ts'
import { shownJson, shownObject } from './shown-json.ts'
import { countSiblings } from './siblings/attempts.ts'

/** Everything the Example screen shows at first, long texts cut. */
export async function exampleDetailOf(desk: Desk, id: string, signal?: AbortSignal): Promise<z.infer<typeof exampleDetail>> {
  const read = await openExample(desk, id, signal)
  const { example, body } = read
  const row = await measuredRow(desk, read, signal)
  const tokens = messageTokens(example)
  const facts = callFactsOf(example).values()
  return {
    row,
    ref: example.ref,
    hints: example.hints,
    messages: example.messages.map((message, i) => viewOf(message, tokens[i] ?? NO_TOKENS, facts)),
    steps: stepsOf(example.messages),
    tools: example.tools.map(shownJson),
    metadata: shownObject(example.metadata),
    extra: shownObject(example.extra),
    notes: example.notes,
    hasPatch: Boolean(example.patch),
    hasReferencePatch: Boolean(example.referencePatch),
    bodyBytes: Buffer.byteLength(body),
    recipeName: (await recipeInForce(desk)).name,
    ...humanStateOf(desk, id),
    siblings: await countSiblings(desk, row),
  }
}

/** What people said of it. */
function humanStateOf({ session }: Desk, id: string): Pick<z.infer<typeof exampleDetail>, 'opinions' | 'edits'> {
  const { record } = session.workspace
  const entries = record.ledgerOf(id)
  return { opinions: projectStandings(entries).get(id)?.opinions ?? [], edits: editsAbout(entries, record.place(id)?.contentHash) }
}

const NO_TOKENS: MessageTokens = { content: 0, reasoning: 0, calls: 0 }

/** `facts` gives those of each call in the order of the run. */
function viewOf(message: Message, tokens: MessageTokens, facts: Iterator<CallFacts>): z.infer<typeof messageView> {
  return {
    ...message,
    extra: shownObject(message.extra),
    content: cutText(message.content),
    reasoning: message.reasoning === null ? null : cutText(message.reasoning),
    calls: message.calls.map((call) => callView(call, facts.next().value)),
    tokens: tokens.content + tokens.reasoning + tokens.calls,
    tokenParts: tokens,
  }
}

function callView(call: Call, facts: CallFacts | undefined): z.infer<typeof messageView>['calls'][number] {
  const { id, name, protocol, argumentsError, resultIndex, act } = call
  const { isTest = false, isEdit = false, isEnd = false } = facts ?? {}
  return {
    id,
    name,
    protocol,
    argumentsText: cutText(call.argumentsText),
    argumentsError,
    act: cutAct(act),
    isTest,
    isEdit,
    isEnd,
    resultIndex,
  }
}

function cutAct(act: CallAct): CallAct {
  if (act.kind === 'shell') return { ...act, command: cutText(act.command).text }
  if (act.kind === 'think') return { ...act, thought: cutText(act.thought).text }
  return act.kind === 'edit' ? { ...act, change: cutChange(act.change) } : act
}

function cutChange(change: EditChange): EditChange {
  if (change.kind === 'replace') return { ...change, before: cutText(change.before).text, after: cutText(change.after).text }
  return change.kind === 'undo' ? change : { ...change, text: cutText(change.text).text }
}

/** The whole of one text of an example, by its place. Throws `not-found` when there is none there. */
export function textAt(example: Example, place: { message: number; field: 'content' | 'reasoning' | 'arguments'; call?: number }): string {
  const message = example.messages[place.message]
  const call = message?.calls[place.call ?? 0]
  const text = place.field === 'arguments' ? call?.argumentsText : place.field === 'reasoning' ? message?.reasoning : message?.content
  if (text === undefined || text === null) {
    throw fault('not-found', `Example ${example.id} has no ${place.field} at message ${place.message}.`, { culprit: example.id })
  }
  return text
}
