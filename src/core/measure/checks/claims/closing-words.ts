import type { Call, Example, Message } from '#record'
import { type CallFacts, callFactsOf } from '../../run-facts.ts'
import { argumentsOf, contentOf, type TextRef } from '../cite.ts'
import { LONGEST_WORDS } from './claim-sentences.ts'

/** Last words are looked for in so many turns: the work is often summed up, then cleaned up, then handed in. */
const MOST_TURNS = 3

/** A text of the agent's last words. */
export interface ClosingText {
  ref: TextRef
  text: string
}

/**
 * What an agent says at last of its work, the last first: the arguments of the call that hands it in, and what the last turns say that neither change
 * files nor run tests any more. Empty for a run that did not come to an end of its own.
 */
export function closingWords(example: Example): ClosingText[] {
  const facts = new Map(callFactsOf(example).map((one) => [one.call, one]))
  const turns: Message[] = []
  for (let at = example.messages.length - 1; at >= 0 && turns.length < MOST_TURNS; at -= 1) {
    const message = example.messages[at]
    if (message?.role !== 'assistant') continue
    if (turns.length === 0 && !isLast(message, facts)) return []
    if (turns.length > 0 && message.calls.some((call) => isWork(facts.get(call)))) break
    turns.push(message)
  }
  return turns.flatMap(textsOf)
}

/** A turn behind which the agent does nothing more: it hands in, or only speaks. */
function isLast({ calls }: Message, facts: ReadonlyMap<Call, CallFacts>): boolean {
  return calls.length === 0 || calls.some((call) => facts.get(call)?.isEnd)
}

function isWork(facts: CallFacts | undefined): boolean {
  return facts !== undefined && (facts.isEdit || facts.isTest)
}

function textsOf({ index, content, calls }: Message): ClosingText[] {
  const given = calls.flatMap((call, at) =>
    call.act.kind === 'finish' && call.protocol === 'structured'
      ? [{ ref: argumentsOf(index, at), text: unescaped(call.argumentsText) }]
      : [],
  )
  return [...given, { ref: contentOf(index), text: content }]
}

/** JSON text with the escapes in its last part as what they stand for, padded so that every offset stays where it was. */
function unescaped(json: string): string {
  const begin = Math.max(0, json.length - LONGEST_WORDS)
  const plain = json
    .slice(begin)
    .replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (all, code: string | undefined, letter: string | undefined) => {
      const stands = code === undefined ? (LETTERS[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(code, 16))
      return stands.padStart(all.length, ' ')
    })
  return json.slice(0, begin) + plain
}

const LETTERS: Record<string, string> = { n: '\n', r: '\n', t: ' ', b: ' ', f: ' ' }
