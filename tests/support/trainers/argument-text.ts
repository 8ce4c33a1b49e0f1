import { isJsonObject, type Json } from '#record'
import { RowRefused } from './seen.ts'
import { stringAt } from './strict.ts'

/** How a trainer wants the arguments of calls: `object` or `string` alone, or `parsed`, where it parses strings back and stops at one that is no JSON. */
export type ArgumentForm = 'object' | 'string' | 'parsed'

/**
 * The arguments of a call, decoded once. A text that is no JSON object is what the model wrote, and stays it. A template that dumps a string where an object
 * is needed writes it encoded twice, and so does an exporter that stringifies a string: both are refused.
 */
export function argumentsAt(value: Json | undefined, form: ArgumentForm, where: string): Json {
  if (isJsonObject(value)) {
    if (form === 'string') throw new RowRefused(where, 'arguments must be a JSON string, here is an object')
    return value
  }
  const text = stringAt(value, where)
  const once = decoded(text)
  if (form === 'object' && isJsonObject(once))
    throw new RowRefused(where, 'arguments must be an object: this string would be encoded twice')
  if (typeof once === 'string' && isJsonObject(core(once))) throw new RowRefused(where, 'arguments are encoded twice')
  if (form === 'parsed' && once === undefined) throw new RowRefused(where, 'arguments are no JSON, which stops the run')
  return form === 'parsed' || (form === 'string' && isJsonObject(once)) ? (once ?? null) : text
}

/** What is left when every coat of JSON around a text is taken off. */
function core(text: string): Json | undefined {
  let value: Json | undefined = text
  while (typeof value === 'string') value = decoded(value)
  return value
}

function decoded(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
