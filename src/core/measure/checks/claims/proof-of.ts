import type { Example, Patch } from '#record'
import { type CallFacts, callFactsOf } from '../../run-facts.ts'

/** What was run after the last change that matters, and how it went. */
export interface Proof {
  /** `passed`: a test run passed. `failed`: the last one failed and none passed. `none`: no test run, or none whose outcome is told. */
  tests: 'passed' | 'failed' | 'none'
  /** The last test run after the change. */
  lastRun: CallFacts | null
  /** Some code was run without failing: a reproduction, a script. */
  ranCode: boolean
  /** The output of such code speaks of passing: a repository's own runner is no test run that is known. */
  sawPass: boolean
}

/** Words that run code; reading and listing files prove nothing. */
const RUNS = /(?:^|[\s;&|(])(?:python[\d.]*|node|ruby|php|java|go run|cargo run|npm run|npx|deno|bun|bash|sh|\.\/[\w./-]{1,80})(?=\s|$)/

/**
 * Looks at what an agent ran after its last change. Changes of files that are not in its patch (scripts thrown away) or are prose do not count;
 * where the patch is empty, or a change names no file, every change does.
 */
export function proofOf(example: Example, patch: Patch): Proof {
  const calls = callFactsOf(example)
  const paths = new Set(patch.files.flatMap(({ oldPath, newPath }) => [oldPath, newPath].filter((path) => path !== null)))
  const last = calls.findLastIndex((call) => call.isEdit && changesCode(call, paths))
  const after = calls.slice(Math.max(last, 0))
  const ran = after.filter(runsCode)
  const lastRun = after.findLast(({ tests }) => tests !== null) ?? null
  const isPassed = after.some(({ tests }) => tests === 'passed')
  return {
    tests: isPassed ? 'passed' : lastRun ? 'failed' : 'none',
    lastRun,
    ranCode: ran.length > 0,
    sawPass: ran.some((call) => saysPassed(call, example)),
  }
}

function changesCode({ edited }: CallFacts, paths: ReadonlySet<string>): boolean {
  if (edited.length === 0 || paths.size === 0) return true
  return edited.some((path) => !PROSE.test(path) && isOneOf(path, paths))
}

const PROSE = /\.(?:md|rst|txt|adoc)$/i

/** Whether a path, absolute or not, ends in one of the patch's. */
function isOneOf(path: string, paths: ReadonlySet<string>): boolean {
  const parts = path.split('/').slice(-40)
  return parts.some((_, at) => paths.has(parts.slice(at).join('/')))
}

function runsCode({ call, isFailed, isEnd }: CallFacts): boolean {
  return call.act.kind === 'shell' && !isFailed && !isEnd && RUNS.test(call.act.command.slice(0, 20_000))
}

const PASSED = /\bpass(?:es|ed)?\b|\bok\b|\bsuccess(?:ful(?:ly)?)?\b/i

function saysPassed({ call }: CallFacts, { messages }: Example): boolean {
  const answer = call.resultIndex === null ? undefined : messages[call.resultIndex]
  return answer !== undefined && PASSED.test(answer.content.slice(-6000))
}
