import { isRefusal, printedText, testVerdictOf } from '#parse'
import type { Call, Example, Message } from '#record'
import { exampleParser } from './shell/example-parser.ts'
import { resolvePath } from './shell/resolve-path.ts'
import { NO_SHELL, type ShellFacts, shellFactsOf } from './shell/shell-facts.ts'

/** What a call was for, told from its act and its shell commands. A call the harness refused to run was for nothing. */
export interface CallFacts {
  call: Call
  messageIndex: number
  isTest: boolean
  /** It changed files: by a shell command, or by an edit tool that did not fail. */
  isEdit: boolean
  isEnd: boolean
  /** The harness refused the whole turn: the call was never run. */
  isRefused: boolean
  /** It searched files: grep, find, SWE-agent's search commands. */
  isSearch: boolean
  /** Its result says it failed. */
  isFailed: boolean
  /** What it ran tests with: `pytest`, `npm test`; empty for no test run. */
  ecosystems: readonly string[]
  /** How its test run went; null for no test run, or one without a result. */
  tests: 'passed' | 'failed' | null
  /** Files it changed, and files it showed, as far as it names them. */
  edited: readonly string[]
  read: readonly string[]
}

const known = new WeakMap<Example, CallFacts[]>()

/** Every call of an example in order. Shell commands are parsed once an example, however often they were run and however many measures ask. */
export function callFactsOf(example: Example): readonly CallFacts[] {
  const facts = known.get(example) ?? readFacts(example)
  known.set(example, facts)
  return facts
}

function readFacts(example: Example): CallFacts[] {
  const { messages } = example
  const parse = exampleParser(example)
  const scripts = new Map<string, ShellFacts>()
  const shellOf = (script: string): ShellFacts => {
    const shell = scripts.get(script) ?? shellFactsOf(script, parse)
    scripts.set(script, shell)
    return shell
  }
  return messages.flatMap((message) =>
    message.calls.map((call) => {
      const answer = call.resultIndex === null ? undefined : messages[call.resultIndex]
      const isRefused = answer !== undefined && isRefusal(answer.content)
      const shell = call.act.kind === 'shell' && !isRefused ? shellOf(call.act.command) : NO_SHELL
      return factsOf(message.index, call, answer, shell, isRefused)
    }),
  )
}

function factsOf(messageIndex: number, call: Call, answer: Message | undefined, shell: ShellFacts, isRefused: boolean): CallFacts {
  const { act } = call
  const isFailed = answer?.result?.isError ?? false
  const isEditTool = act.kind === 'edit' && !isFailed
  return {
    call,
    messageIndex,
    isTest: shell.ecosystems.length > 0,
    isEdit: isEditTool || shell.isEdit,
    isEnd: !isRefused && (act.kind === 'finish' || shell.isEnd),
    isRefused,
    isSearch: shell.isSearch || SEARCHES.has(call.name),
    isFailed,
    ecosystems: shell.ecosystems,
    tests: shell.ecosystems.length === 0 || !answer ? null : outcomeOf(answer),
    edited: isEditTool ? [resolvePath('', act.path)] : shell.edited,
    read: act.kind === 'view' ? viewed(act.path, answer) : shell.read,
  }
}

/** The file a view showed; none when it failed or listed a folder. */
function viewed(path: string, answer: Message | undefined): string[] {
  const isNoFile = answer?.result?.isError === true || LISTING.test(answer?.content.slice(0, 200) ?? '')
  return isNoFile ? [] : [resolvePath('', path)]
}

/** How the editor of OpenHands and SWE-agent begins to show a folder. */
const LISTING = /Here's the files and directories up to \d+ levels deep in /

/** How a test run went. The runner's summary also tells what a pipe hides from the exit code: `pytest | tail`. */
function outcomeOf({ result, content }: Message): 'passed' | 'failed' {
  return result?.isError || testVerdictOf(printedText(content)) === 'failed' ? 'failed' : 'passed'
}

/** SWE-agent's own commands. */
const SEARCHES = new Set(['search_dir', 'search_file', 'find_file'])
