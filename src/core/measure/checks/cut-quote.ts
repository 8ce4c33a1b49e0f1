import { QUOTE_UNITS } from '#record'

/** At most {@link QUOTE_UNITS} units of a text, the last character whole. */
export function cutQuote(text: string): string {
  if (text.length <= QUOTE_UNITS) return text
  const cut = text.slice(0, QUOTE_UNITS)
  // Half a pair would be shown as a character that is not there.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
