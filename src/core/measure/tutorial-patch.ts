import type { Example } from '#record'

/** Lines of a patch as the seed tutorial counts them. */
export interface TutorialPatch {
  files: number
  additions: number
  deletions: number
}

/** What Python's str.splitlines ends a line at: more than a line feed. */
const ODD_BREAKS = '\\r\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029'
const LINE_END = new RegExp(`\\r\\n|[\\n${ODD_BREAKS}]`, 'g')
const ODD_LINE_END = new RegExp(`[${ODD_BREAKS}]`)

/** What Python calls white space, as part of a character class. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

/** `diff --git` and one more word behind it. */
const FILE_LINE = new RegExp(`^diff --git[^${SPACE}]*[${SPACE}]+[^${SPACE}]`)

const known = new WeakMap<Example, TutorialPatch>()

/** An example's patch as the seed tutorial counts it, once however many measures ask. */
export function tutorialPatchOf(example: Example): TutorialPatch {
  const counts = known.get(example) ?? countTutorialPatch(example.patch)
  known.set(example, counts)
  return counts
}

/**
 * Counts a patch by the first characters of its lines, the seed tutorial's way: lines that begin with `+++` or `---` are never counted,
 * even inside a hunk, and text outside hunks is. Kept for comparison; git's own counts are `diff_*`.
 */
function countTutorialPatch(patch: string | null): TutorialPatch {
  const counts: TutorialPatch = { files: 0, additions: 0, deletions: 0 }
  if (!patch) return counts
  const countFrom = ODD_LINE_END.test(patch) ? countOddLines : countPlainLines
  countFrom(patch, counts)
  return counts
}

/** A patch with no line end but line feeds, as nearly all are: finding those takes no pattern. */
function countPlainLines(patch: string, counts: TutorialPatch): void {
  let start = 0
  for (let end = patch.indexOf('\n'); end !== -1; end = patch.indexOf('\n', start)) {
    countLine(patch, start, end, counts)
    start = end + 1
  }
  countLine(patch, start, patch.length, counts)
}

function countOddLines(patch: string, counts: TutorialPatch): void {
  LINE_END.lastIndex = 0
  let start = 0
  for (let end = LINE_END.exec(patch); end !== null; end = LINE_END.exec(patch)) {
    countLine(patch, start, end.index, counts)
    start = LINE_END.lastIndex
  }
  countLine(patch, start, patch.length, counts)
}

function countLine(patch: string, start: number, end: number, counts: TutorialPatch): void {
  if (patch.startsWith('diff --git', start) && end - start >= 10) {
    if (FILE_LINE.test(patch.slice(start, end))) counts.files += 1
  } else if (startsWith(patch, '+', start, end) && !startsWith(patch, '+++', start, end)) counts.additions += 1
  else if (startsWith(patch, '-', start, end) && !startsWith(patch, '---', start, end)) counts.deletions += 1
}

function startsWith(patch: string, mark: string, start: number, end: number): boolean {
  return end - start >= mark.length && patch.startsWith(mark, start)
}
