/**
 * What Python's `str.strip()` removes: `str.isspace()` over all of Unicode. JavaScript's `trim` differs: it takes U+FEFF, which Python
 * leaves, and leaves U+001C to U+001F and U+0085, which Python takes.
 */
const SPACE =
  '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'

/** Which ends characters are taken off. */
export type StripEnds = 'strip' | 'lstrip' | 'rstrip'

/** Python's `text.strip()`, `text.lstrip()` and `text.rstrip()`, of white space or of the characters named. */
export function pythonStrip(text: string, ends: StripEnds = 'strip', characters: string = SPACE): string {
  const taken = new Set(characters)
  let start = 0
  let end = text.length
  while (ends !== 'rstrip' && start < end && taken.has(text.charAt(start))) start += 1
  while (ends !== 'lstrip' && end > start && taken.has(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
