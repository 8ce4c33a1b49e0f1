/** Deeper than any recipe, and far from what exhausts a recursive reader's stack. */
const MAX_DEPTH = 50

const NESTED_IN_A_LINE = /(?:[-?:][ \t]+){50}/

/** True for text whose brackets, or whose list marks on one line, nest absurdly deep. Brackets inside texts count too: it only has to be safe. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return NESTED_IN_A_LINE.test(text)
}
