import type { Example } from '#record'

/**
 * The task's own words, out of what the harness wraps around them: from the first message before the agent's that has one of the known wrappers;
 * where none has, the first user message as it is. '' for none. Case and white space are folded, so that the same task reads the same under every
 * harness.
 */
export function issueText({ messages }: Example): string {
  const firstTurn = messages.findIndex(({ role }) => role === 'assistant')
  const before = messages.slice(0, firstTurn < 0 ? messages.length : firstTurn).filter(({ role }) => role !== 'system' && role !== 'tool')
  const told = before.map(({ content }) => content.slice(0, LONGEST)).filter((content) => !content.startsWith(DEMONSTRATION))
  const tasks = told.map((content) => between(content, NEW_TASK) ?? content)
  for (const task of tasks) {
    const wrapper = WRAPPERS.find((one) => between(task, one) !== null)
    if (wrapper) return fold(between(task, wrapper) ?? '')
  }
  return fold(tasks[0] ?? '')
}

/** What stands behind this many units of a message is not read: issues are a hundredth of it. */
const LONGEST = 1_000_000

/** SWE-agent's example of another task, before the task itself. */
const DEMONSTRATION = 'Here is a demonstration of how to correctly accomplish this task.'

type Wrapper = readonly [open: string, close: string]

/** Where OpenHands puts an example before the task, for models that write calls as text (openhands/llm/fn_call_converter.py). */
const NEW_TASK: Wrapper = [
  '--------------------- NEW TASK DESCRIPTION ---------------------',
  '--------------------- END OF NEW TASK DESCRIPTION ---------------------',
]

/**
 * How harnesses wrap a task. `<uploaded_files>` stands before it in OpenHands and SWE-agent and is no part of it. Sources: the instance templates of
 * SWE-agent (config/default.yaml and its 0.x `ISSUE:`), OpenHands (evaluation/benchmarks/swe_bench) and mini-swe-agent (config/extra/swebench.yaml).
 */
const WRAPPERS: readonly Wrapper[] = [
  ['<pr_description>', '</pr_description>'],
  ['<issue_description>', '</issue_description>'],
  ['<github_issue>', '</github_issue>'],
  ['<problem_statement>', '</problem_statement>'],
  ['<task_description>', '</task_description>'],
  ['<issue>', '</issue>'],
  ['\nISSUE:\n', '\nINSTRUCTIONS:\n'],
  ['Please solve this issue: ', '\n\nYou can execute bash commands'],
]

/** Words some harnesses put at the head inside the wrapper. */
const HEADS = ['consider the following pr description:', 'consider the following issue description:', '[issue]']

function between(text: string, [open, close]: Wrapper): string | null {
  const start = text.indexOf(open)
  // The last one, for an issue may quote the closing words itself.
  const end = start < 0 ? -1 : text.lastIndexOf(close)
  return end >= start + open.length ? text.slice(start + open.length, end) : null
}

function fold(text: string): string {
  let folded = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  for (const head of HEADS) if (folded.startsWith(head)) folded = folded.slice(head.length).trim()
  return folded.endsWith('[/issue]') ? folded.slice(0, -'[/issue]'.length).trim() : folded
}
