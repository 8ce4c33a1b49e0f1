/** Most characters of a key that are ever drawn or told; one may be a megabyte. */
const MOST = 200

/** Controls, bidirectional and invisible characters, halves of a surrogate pair, and what XML cannot hold. Built from text so that the source stays readable. */
const UNSEEN = new RegExp(
  [
    '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
)

/** A key from a row as one line that can be drawn: unseen characters as codes, very long ones cut, nothing as "none". */
export function labelText(key: string, most = MOST): string {
  const cut = key.length > most ? `${key.slice(0, most)}…` : key
  const seen = cut.replace(UNSEEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return seen.trim() === '' ? 'none' : seen
}

/** Width of a character against the font size: Inter's by three kinds of characters, JetBrains Mono's own. */
const WIDTHS = { ui: 0.56, broad: 0.64, narrow: 0.32, mono: 0.6 }

const BROAD = /[A-Z0-9%@mw]/
const NARROW = /[ .,:;'!|iljft()-]/

/** From here on (CJK, Hangul, emoji) glyphs are about as wide as they are high. */
const WIDE_FROM = 0x2e80

/** About how wide a text is, in px. */
export function textWidth(text: string, size: number, font: 'ui' | 'mono' = 'ui'): number {
  let width = 0
  for (const one of text) width += widthOf(one, font)
  return width * size
}

function widthOf(character: string, font: 'ui' | 'mono'): number {
  if ((character.codePointAt(0) ?? 0) >= WIDE_FROM) return 1.05
  if (font === 'mono') return WIDTHS.mono
  if (BROAD.test(character)) return WIDTHS.broad
  return NARROW.test(character) ? WIDTHS.narrow : WIDTHS.ui
}

/** The text cut with an ellipsis to fit so many px. */
export function fitText(text: string, width: number, size: number, font: 'ui' | 'mono' = 'ui'): string {
  if (textWidth(text, size, font) <= width) return text
  const room = width - textWidth('…', size, font)
  let kept = ''
  let used = 0
  for (const one of text) {
    used += textWidth(one, size, font)
    if (used > room) break
    kept += one
  }
  return `${kept.trimEnd()}…`
}
