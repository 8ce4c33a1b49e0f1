/** Markup that is finished: nothing in it is escaped again. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What a template takes: markup stays, anything else is text. */
type Part = Html | string | number | null | undefined | false | readonly Part[]

/**
 * Markup from a template: values are escaped as text, markup and lists of it stay. Traces are hostile, so there is no other way to make {@link Html} of a text.
 */
export function html(pieces: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(pieces.reduce((made, piece, at) => made + piece + (at < values.length ? markup(values[at]) : ''), ''))
}

function markup(part: Part): string {
  if (part instanceof Html) return part.text
  if (isList(part)) return part.map(markup).join('')
  return part === null || part === undefined || part === false ? '' : escaped(String(part))
}

function isList(part: Part): part is readonly Part[] {
  return Array.isArray(part)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Signs that are not seen and yet change what is: control characters, and those that turn the direction of text around. They are shown by their code.
 * Lone surrogates have no form in UTF-8.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(UNSEEN, (sign) => `<span class="unseen">U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}</span>`)
}
