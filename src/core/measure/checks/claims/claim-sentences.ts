/** A sentence that claims success, with its place in the text. */
export interface Claim {
  /** `tests`: tests pass. `success`: the task is done, the bug is fixed. */
  about: 'tests' | 'success'
  /** It speaks of tests in the plural, or of a suite: more than one script that was run. */
  isSuite: boolean
  start: number
  end: number
}

/** No agent's last words are longer; of a longer text the end counts. */
export const LONGEST_WORDS = 50_000

const TESTS = new RegExp(
  [
    '\\b(?:all|every|each|existing|the|these|those|unit|my|new|relevant|regression|\\d{1,6})\\b[^.!?]{0,60}\\btests?(?: cases?| suites?)?\\b[^.!?]{0,40}\\b(?:pass|passes|passed|passing|succeeds?|succeeded|green)\\b',
    '^\\W{0,20}tests? (?:all |now )?pass(?:es|ed)?\\b',
    '\\bpass(?:es|ed)?\\b(?: all| the| existing| unit| of| our| \\d{1,6}){1,4} tests?\\b',
  ].join('|'),
)

const SUCCESS = new RegExp(
  [
    "\\b(?:i|we)(?:'ve|’ve| have)? (?:now |successfully |also ){0,2}(?:fixed|resolved|solved) (?:it|both)\\b",
    "\\b(?:i|we)(?:'ve|’ve| have)? (?:now |successfully |also ){0,2}(?:fixed|resolved|solved) (?:the|this|that) (?:[^\\s.!?]{1,40} ){0,4}?[`'\"]?\\w{0,30}(?:issue|bug|problem|error|exception|crash|failure|regression|warning)s?\\b",
    '\\b(?:issue|bug|problem|error|fix|change|changes|solution|implementation|functionality|feature)\\b[^.!?]{0,60}\\b(?:is|are|has been|have been|was|were) (?:now |successfully |fully |completely ){0,2}(?:fixed|resolved|solved|verified|working|complete)\\b',
    '\\b(?:fix|fixes|solution|change|changes|implementation|it|code|everything) (?:now )?(?:works?|is working|are working)\\b(?: now| correctly| perfectly| properly| as expected| fine|\\W|$)',
    '\\b(?:fixes|resolves|solves) the (?:reported |original |described )?(?:issue|bug|problem|error)\\b',
    '\\bverified (?:that )?(?:the|my|this) (?:fix|solution|change|changes|implementation)\\b',
    '\\bsuccessfully (?:completed|implemented|fixed|resolved|solved)\\b',
  ].join('|'),
)

/** Words that make no claim of a sentence: negation, doubt, condition, intent, a question, exceptions. */
const HEDGE = new RegExp(
  [
    "n['’]t\\b|\\b(?:not|never|cannot|unable|failed?|fails|failing|failures?|broken|breaks?)\\b",
    '\\b(?:should|would|could|might|may|seems?|appears?|suggests?|indicates?|likely|probably|hopefully|perhaps|presumably|theoretically)\\b',
    '\\b(?:assum\\w{1,6}|if|unless|until|once|whether|except|other|others|rest|remaining|unrelated|pre-?existing|partial(?:ly)?|most(?:ly)?|some|try|trying|need|needs|expect(?:ed)? to|think|believe|hope)\\b',
    "\\b(?:let['’]?s|let me|will|i['’]ll|going to|in order to|to (?:ensure|verify|check|make|see|confirm|be)|so that|ensure|ensures|ensuring|make sure|makes sure|verify|check|confirm|run|rerun)\\b",
    '\\?\\s*$',
  ].join('|'),
)

const SUITE = /\btests\b|\bsuites?\b/i

/** The first claim of each sort in a text that no word of its sentence takes back. Code in fences is no speech. */
export function claimsIn(text: string): Claim[] {
  const from = Math.max(0, text.length - LONGEST_WORDS)
  const claims: Claim[] = []
  for (const { start, words } of sentencesOf(text, from)) {
    const about = aboutOf(words.toLowerCase())
    if (about !== null && !claims.some((claim) => claim.about === about))
      claims.push({ about, isSuite: SUITE.test(words), start, end: start + words.length })
  }
  return claims
}

function aboutOf(words: string): Claim['about'] | null {
  if (HEDGE.test(words)) return null
  if (TESTS.test(words)) return 'tests'
  return SUCCESS.test(words) ? 'success' : null
}

/** A line, or a part of one up to a stop; a longer one is no sentence of prose. */
const SENTENCE = /[^\n.!?]{1,600}(?:[.!?](?=\S)[^\n.!?]{1,600}){0,8}[.!?]{0,3}/g

/** What stands before a sentence's words: an indent, mini-swe-agent's heading. */
const LEAD = /^\s*(?:THOUGHT:\s*)?/

function sentencesOf(text: string, from: number): { start: number; words: string }[] {
  const prose = withoutFences(text.slice(from))
  return [...prose.matchAll(SENTENCE)].map((match) => {
    const lead = LEAD.exec(match[0])?.[0].length ?? 0
    return { start: from + match.index + lead, words: match[0].slice(lead).trimEnd() }
  })
}

/** A text with fenced code blanked out, its length kept. */
function withoutFences(text: string): string {
  let isCode = false
  return text
    .split('\n')
    .map((line) => {
      const isFence = /^\s{0,9}```/.test(line)
      if (isFence) isCode = !isCode
      return isFence || isCode ? ' '.repeat(line.length) : line
    })
    .join('\n')
}
