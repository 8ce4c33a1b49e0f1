import { getEncoding } from 'js-tiktoken'

const LONGEST = 32_000
const encoding = getEncoding('cl100k_base')

/** @param {{ messages: { content: string }[] }} row */
function countTokens(row) {
  return encoding.encode(row.messages.map((message) => message.content).join('\n'), 'all').length
}

/** @param {{ messages: { tool_calls: { function: { name: string, arguments: string } }[] | null }[] }} row */
function isFinished(row) {
  const last = row.messages.at(-1)?.tool_calls?.at(-1)?.function
  return last !== undefined && (['finish', 'submit'].includes(last.name) || last.arguments.includes('COMPLETE_TASK_AND_SUBMIT'))
}

/**
 * The kinds a row really is, from the row itself and the run of its tests; what the script announced must be among them.
 * @param {string} key @param {import('./read-task.mjs').Run} run
 * @param {{ resolved: number, messages: any[], metadata: { model_patch: { patch: string } } }} row @param {boolean} isSolved
 * @returns {string[]} sorted
 */
export function checkKinds(key, run, row, isSolved) {
  const { patch } = row.metadata.model_patch
  const commands = row.messages.flatMap((m) => m.tool_calls ?? []).map((call) => call.function.arguments)
  const facts = {
    solved: row.resolved === 1,
    failed: row.resolved === 0,
    unlabelled: row.resolved === -1,
    'too-long': countTokens(row) > LONGEST,
    'empty-patch': patch === '',
    'test-edited': /^diff --git a\/(.*\/)?(tests?|spec)[/_.]|^diff --git a\/\S*[_.]test\.|^diff --git a\/src\/test\//m.test(patch),
    'scratch-left': /^\+\+\+ b\/(\S*\/)?(scratch|reproduce|try|tmp)\S*$/im.test(patch),
    unfinished: !isFinished(row),
    peek: commands.some((text) =>
      /git (log[^"|;&]*--all|reflog|show [0-9a-f]{7}|fsck|show next|diff [0-9a-f]{7}|log[^"|;&]*origin)/.test(text),
    ),
    'error-loop': commands.some((text, index) => index > 1 && text === commands[index - 1] && text === commands[index - 2]),
    reasoning: run.effort !== null,
  }
  const found = Object.entries(facts)
    .filter(([, is]) => is)
    .map(([kind]) => kind)
  const missing = run.kinds.filter((kind) => !found.includes(kind))
  const unsaid = found.filter((kind) => !['reasoning', 'unlabelled'].includes(kind) && !run.kinds.includes(kind))
  if (missing.length + unsaid.length > 0) {
    throw new Error(`${key}: announced ${run.kinds}, found ${found} (its tests ${isSolved ? 'pass' : 'fail'})\n${patch}`)
  }
  return found.sort()
}
