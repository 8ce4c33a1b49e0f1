import type { Json } from '#record'
import { isJsonObject, type Message } from '#record'
import { printedLines } from './printed-lines.ts'

/** Longer lines are compared as they stand. */
const MOST_UNITS = 4000

/** A line as formatters leave it alike: without white space, with one kind of quotes, without the mark that ends it. */
export function formOf(line: string): string {
  if (line.length > MOST_UNITS) return line.trim()
  return line.replace(/\s+/g, '').replace(/["`]/g, "'").replace(/[;,]$/, '')
}

/** A line as it stands, and behind what editors and searches write before it: `  12\t`, `12:`, `a/b.py:12:`, `+` and `> ` of diffs, `v1.2:a/b.py:`, blame's author and date. */
export function formsOf(line: string): string[] {
  const head = line.slice(0, 400)
  const prefix = PREFIXES.map((pattern) => pattern.exec(head)?.[0].length).filter((length) => length !== undefined)
  return [formOf(line), ...prefix.map((length) => formOf(line.slice(length)))]
}

const PREFIXES = [
  /^[<>] |^[-+]/,
  /^\s{0,10}\d{1,7}[\t:-]/,
  /^[^\s:]{1,250}[:-]\d{1,7}[:-]/,
  /^[^\s:]{1,100}:[^\s:]{1,250}:(?:\d{1,7}:)?/,
  /^\^?[0-9a-f]{7,40} [^(]{0,200}\([^)]{1,150} \d{1,7}\) /,
]

/** Takes lines a text has out of some, by their forms. */
export function forgetIn(text: string, forms: { readonly size: number; delete(form: string): boolean }): void {
  if (forms.size === 0) return
  for (const line of printedLines(text)) for (const form of formsOf(line.text)) forms.delete(form)
}

/** What a message's calls were given: files the run wrote, commands it typed. */
export function typedIn({ calls }: Message): string[] {
  return calls.flatMap((call) => textsIn(call.arguments))
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : []
}
