import type { Json, JsonObject, TargetId, TextSpan } from '#record'
import type { ChatMessage } from '../chat/chat.ts'
import type { RowContext, TargetFormat, TargetRow, Unit } from '../targets/target-format.ts'
import { oneOf } from '../targets/target-row.ts'
import { chatOfRow } from './chat-of-row.ts'
import { RENDERED_SAYS, type RenderedTarget, renderedExample } from './rendered-example.ts'

/** What a trainer reads of a row. */
export interface Reading {
  /** Of the template; null where the row is read as the file has it. */
  template: string | null
  text: string
  /** Where markers are looked for: the text, or every text of the row. */
  texts: readonly string[]
  trained: TextSpan[] | null
  places: (TextSpan & { messageIndex: number })[]
  /** Roles as the trainer reads them, by the message's index in the example's row. */
  roles: ReadonlyMap<number, ChatMessage['role']>
}

/** Targets whose rows the trainer itself puts through the model's template. */
const TEMPLATED = new Set(['trl', 'axolotl'])

/** Whether a target writes the rendered text itself. */
export function isRendered(target: TargetId): target is RenderedTarget {
  return target in RENDERED_SAYS
}

/** Whether a template has a say in what the trainer of a target reads. */
export function isTemplated({ info }: TargetFormat, { template }: RowContext): boolean {
  return template !== null && (TEMPLATED.has(info.id) || isRendered(info.id))
}

/**
 * Reads a row as its trainer does.
 *
 * @param made the row as the format writes it; made here where it is not given and is read
 *
 * @throws FaultError `bad-input` where the template stops at it
 */
export function readingOf(format: TargetFormat, unit: Unit, made: TargetRow | null, context: RowContext): Reading {
  const { template } = context
  const target = format.info.id
  if (isRendered(target)) {
    const { chat, rendered } = renderedExample(target, oneOf(unit), context)
    return { template: template?.info.name ?? null, ...rendered, texts: [rendered.text], roles: rolesOf(chat) }
  }
  const row = made ?? format.rowOf(unit, context)
  const value = Object.values(row.values)[0] ?? {}
  if (template && TEMPLATED.has(target)) {
    const chat = chatOfRow(value, oneOf(unit).edited.example)
    const rendered = template.render(chat)
    return { template: template.info.name, ...rendered, texts: [rendered.text], roles: rolesOf(chat) }
  }
  return { template: null, text: JSON.stringify(value, null, 2), texts: textsIn(value), trained: null, places: [], roles: new Map() }
}

function rolesOf({ messages, indexes }: { messages: readonly ChatMessage[]; indexes: readonly number[] }): Reading['roles'] {
  return new Map(messages.map(({ role }, place) => [indexes[place] ?? place, role]))
}

/** Every text of a row, keys too. */
function textsIn(value: JsonObject): string[] {
  const texts: string[] = []
  const open: Json[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') texts.push(next)
    else if (Array.isArray(next)) for (const item of next) open.push(item)
    else if (typeof next === 'object' && next !== null) {
      for (const [key, item] of Object.entries(next)) {
        texts.push(key)
        open.push(item)
      }
    }
  }
  return texts
}
