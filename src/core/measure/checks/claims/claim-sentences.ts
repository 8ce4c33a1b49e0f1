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
    '\\b(?:all|every|each|existing|the|these|those|unit|my|new|relevant|regression|\\d{1,6})\\b.{0,60}\\btests?(?: cases?| suites?)?\\b.{0,40}\\b(?:pass|passes|passed|passing|succeeds?|succeeded|green)\\b',
    '^\\W{0,20}tests? (?:all |now )?pass(?:es|ed)?\\b',
    '\\bpass(?:es|ed)?\\b(?: all| the| existing| unit| of| our| \\d{1,6}){1,4} tests?\\b',
  ].join('|'),
)

/** Every claim has one of these in it: few sentences are looked at more closely. */
const HINT = /pass|succe|green|fix|solve|work|verified|complete/i

/** What a task is about. */
const TROUBLE =
  '[`\'"]?\\w{0,30}(?:issue|bug|problem|error|exception|crash|failure|regression|warning)(?:e?s)?\\b(?! (?:messages?|handling|text|class|type|codes?|case))'
const HAVE = "\\b(?:i|we)(?:['’]ve| have)? (?:now |successfully |also ){0,2}"

const SUCCESS = new RegExp(
  [
    `${HAVE}(?:fixed|resolved|solved) (?:it|both)\\b`,
    `(?:${HAVE}|^\\W{0,20})(?:fixed|resolved|solved) (?:the|this|that) (?:[^\\s.!?]{1,40} ){0,4}?${TROUBLE}`,
    `\\b(?:changes?|fix|this|it|modifications?) (?:have |has )?(?:now |successfully )?(?:fixed|resolved|solved) the (?:[^\\s.!?]{1,40} ){0,2}?${TROUBLE}`,
    `(?:${TROUBLE}|\\b(?:fix|changes?|solution|implementation|functionality|feature)\\b).{0,60}\\b(?:is|are|has been|have been|was|were) (?:now |successfully |fully |completely ){0,2}(?:fixed|resolved|solved|verified|working|complete)\\b`,
    '\\b(?:fix|fixes|solution|changes?|implementation|it|code|everything) (?:now )?(?:works?|is working|are working)\\b(?: now| correctly| perfectly| properly| as expected| fine|\\W|$)',
    '\\b(?:fixes|resolves|solves) the (?:reported |original |described )?(?:issue|bug|problem|error)\\b',
    '\\bverified (?:that )?(?:the|my|this) (?:fix|solution|change|changes|implementation)\\b',
    `${HAVE}verified (?:that )?(?:it|everything)\\b`,
    '\\bsuccessfully (?:completed|implemented|fixed|resolved|solved)\\b',
  ].join('|'),
)

/** Where a sentence goes on to tell of the trouble, the cause or what comes next: what stands there takes no claim back. */
const ASIDE =
  /\b(?:where|which|that|when|because|by|so|causing)\b|,? (?:and )?let['’]?s\b|, (?:we|i) (?:should|can|could|will) (?:now )?(?:submit|proceed)/

/** Words that make no claim of a sentence: negation, doubt, condition, intent, a question, exceptions. */
const HEDGE = new RegExp(
  [
    "n['’]t\\b|\\b(?:not|never|cannot|unable|failed?|fails|failing|failures?|broken|breaks?)\\b",
    '\\b(?:should|would|could|might|may|seems?|appears?|suggests?|indicates?|likely|probably|hopefully|perhaps|presumably|theoretically)\\b',
    '\\b(?:assum\\w{1,6}|if|unless|until|once|whether|except|other|others|rest|remaining|unrelated|pre-?existing|partial(?:ly)?|most(?:ly)?|some|try|trying|need|needs|expect(?:ed)? to|think|believe|hope)\\b',
    "\\b(?:let['’]?s|let me|will|i['’]ll|going to|in order to|to (?:ensure|verify|check|make|see|confirm|be)|so that|ensure|ensures|ensuring|make sure|makes sure|verify|check|confirm|run|rerun)\\b",
    // of some tests, or of another time or place
    '\\b(?:none|neither|only|few|previous|previously|before|earlier|upstream|how|0)\\b',
    '\\b\\d{1,6} ?(?:/|of|out of) ?(?:the )?\\d|\\btests? (?:that|which) (?:pass|already)|^\\W{0,20}(?:when|while|without)\\b',
  ].join('|'),
)

const SUITE = /\btests\b|\bsuites?\b/i

const QUESTION = /\?\W{0,9}$/

/** The first claim of each sort in a text that no word of its sentence takes back. Code in fences is no speech. */
export function claimsIn(text: string): Claim[] {
  const from = Math.max(0, text.length - LONGEST_WORDS)
  const claims: Claim[] = []
  if (!HINT.test(text.slice(from))) return claims
  for (const { start, words } of sentencesOf(text, from)) {
    const about = HINT.test(words) ? aboutOf(words.toLowerCase()) : null
    if (about !== null && !claims.some((claim) => claim.about === about))
      claims.push({ about, isSuite: SUITE.test(words), start, end: start + words.length })
  }
  return claims
}

function aboutOf(words: string): Claim['about'] | null {
  const tests = TESTS.exec(words)
  const match = tests ?? SUCCESS.exec(words)
  if (match === null || isTakenBack(words, match.index + match[0].length)) return null
  return tests ? 'tests' : 'success'
}

/** Looks at a sentence up to its aside behind the claim. */
function isTakenBack(words: string, end: number): boolean {
  const aside = words.slice(end).search(ASIDE)
  return HEDGE.test(aside === -1 ? words : words.slice(0, end + aside)) || QUESTION.test(words)
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
