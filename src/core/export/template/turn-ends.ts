import type { JsonObject, TextSpan } from '#record'
import type { ChatMessage } from '../chat/chat.ts'
import type { CompiledTemplate } from './compile.ts'
import { type ArgumentForm, callOf, said, TOOLS, withoutFault } from './trial-chats.ts'

/** What a template itself writes around what an assistant turn says. */
export interface TurnEnds {
  /** Whether what a turn writes can be told from the rest at all. */
  isPlaced: boolean
  /** What of a turn the assistant said: all but the words that open it and the white space behind the word that ends it. */
  saidOf(text: string, span: TextSpan, situation: Situation): TextSpan
  /**
   * What of a turn axolotl trains on: all from where it differs from the same turn with another text and nothing else, so not an empty thought that the
   * template adds. Source: `_find_turn_from_text` of axolotl-ai-cloud/axolotl (0.19), prompt_strategies/chat_template.py. Of a turn in front of the last
   * question the other turn is taken from behind it.
   */
  differingOf(text: string, span: TextSpan, before: Situation['before']): TextSpan
}

/** What the words in front of a turn depend on. */
export interface Situation {
  /** Role of the message before; null for the first. */
  before: ChatMessage['role'] | null
  hasCalls: boolean
}

/** What axolotl has a turn say instead; the two begin with no letter in common. */
const OTHER_TEXTS = ['[[dummy_message]]', 'zzdummymessagezz']

/** Two turns before the one looked at, by the role of the latter; the template writes other words behind each. */
const LEADS: Record<ChatMessage['role'], ChatMessage[]> = {
  user: [said('user', 'lead')],
  system: [said('user', 'lead'), said('assistant', 'one'), said('system', 'two')],
  assistant: [said('user', 'lead'), said('assistant', 'one')],
  tool: [said('user', 'lead')],
}

/**
 * Finds what a template writes around a turn: what turns that say different things have in common at their start is the template's. Where the
 * template opens a turn for the model to go on (`add_generation_prompt`), it is just that.
 */
export function turnEndsOf(template: CompiledTemplate, form: ArgumentForm): TurnEnds {
  const heads = new Map<string, string>()
  const others = new Map<string, string[]>()
  const tails: string[] = []
  let isPlaced = false
  for (const before of ['user', 'system', 'assistant', 'tool'] as const) {
    others.set(
      before,
      OTHER_TEXTS.flatMap((other) => written(template, leadOf(before, form), said('assistant', other))),
    )
    for (const hasCalls of [false, true]) {
      const turns = turnsOf(template, form, before, hasCalls)
      if (turns.length === 0) continue
      isPlaced = true
      heads.set(keyOf({ before, hasCalls }), headOf(turns, promptOf(template, leadOf(before, form))))
      tails.push(...turns.map(tailOf))
    }
  }
  const tail = tails.reduce((a, b) => (a.length <= b.length ? a : b), tails[0] ?? '')
  const endOf = (text: string, { start, end }: TextSpan) =>
    Math.max(start, tail !== '' && text.slice(start, end).endsWith(tail) ? end - tail.length : end)
  return {
    isPlaced,
    saidOf(text, { start, end }, situation) {
      const head = heads.get(keyOf(situation)) ?? heads.get(keyOf({ before: 'user', hasCalls: situation.hasCalls })) ?? ''
      const from = start + commonLength([text.slice(start, start + head.length), head])
      return { start: from, end: endOf(text, { start: from, end }) }
    },
    differingOf(text, span, before) {
      const said = text.slice(span.start, span.end)
      const from = (others.get(before ?? 'user') ?? []).map((other) => commonLength([said, other]))
      const start = span.start + Math.min(...from, said.length)
      return { start, end: endOf(text, { start, end: span.end }) }
    },
  }
}

function keyOf({ before, hasCalls }: Situation): string {
  return `${before ?? 'user'} ${hasCalls}`
}

function leadOf(before: ChatMessage['role'], form: ArgumentForm): ChatMessage[] {
  if (before !== 'tool') return LEADS[before]
  return [
    ...LEADS.tool,
    { ...said('assistant', 'one'), tool_calls: [callOf('lead', form)] },
    { ...said('tool', 'two'), tool_call_id: 'lead', name: 'lead' },
  ]
}

/** How turns that have nothing in common are written, each as the last message. */
function turnsOf(template: CompiledTemplate, form: ArgumentForm, before: ChatMessage['role'], hasCalls: boolean): string[] {
  const lead = leadOf(before, form)
  const calls = (name: string) => (hasCalls ? { tool_calls: [callOf(name, form)] } : {})
  const turns: ChatMessage[] = [
    { ...said('assistant', 'Alpha'), ...calls('Alpha') },
    { ...said('assistant', 'omega'), ...calls('omega') },
    { ...said('assistant', 'Alpha'), reasoning_content: 'Beta', ...calls('Alpha') },
    ...(hasCalls ? [{ ...said('assistant', ''), ...calls('omega') }] : []),
  ]
  return turns.flatMap((turn) => written(template, lead, turn))
}

/** How a turn is written as the last message; empty where it cannot be told. */
function written(template: CompiledTemplate, lead: readonly ChatMessage[], turn: ChatMessage): string[] {
  const whole = withoutFault(() => template.write({ messages: [...lead, turn], tools: TOOLS }))
  const spans = whole?.spans.filter(({ place }) => place === lead.length) ?? []
  return whole && spans.length > 0 ? [spans.map(({ start, end }) => whole.text.slice(start, end)).join('')] : []
}

/** What the template adds for the model to go on from. */
function promptOf(template: CompiledTemplate, lead: ChatMessage[]): string {
  const write = (extra: JsonObject) => withoutFault(() => template.write({ messages: lead, tools: TOOLS }, extra))?.text ?? ''
  const closed = write({ add_generation_prompt: false })
  const open = write({ add_generation_prompt: true })
  return open.startsWith(closed) ? open.slice(closed.length) : ''
}

function headOf(turns: readonly string[], prompt: string): string {
  const head = turns[0]?.slice(0, commonLength(turns)) ?? ''
  return prompt !== '' && head.startsWith(prompt) ? prompt : head
}

/** White space at the end, which no model is asked to write. */
function tailOf(turn: string): string {
  return turn.slice(turn.trimEnd().length)
}

function commonLength(texts: readonly string[]): number {
  const [first = '', ...others] = texts
  let length = 0
  while (length < first.length && others.every((other) => other[length] === first[length])) length += 1
  return length
}
