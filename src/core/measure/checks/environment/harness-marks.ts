import type { Message } from '#record'

/** What a harness says when its environment fails, and not the task's code. */
export interface HarnessMark {
  kind: 'runtime-error' | 'model-error' | 'command-timeout'
  /** Whose words they are; null for anyone's. */
  harness: 'openhands' | 'sweagent' | 'minisweagent' | null
  /** `head`: opens the observation. `edges`: within its first or last 4,000 units. `foot`: within the last 600, below a command that has an exit code too. */
  where: 'head' | 'edges' | 'foot'
  pattern: RegExp
}

/** A mark found, with its place in the message. */
export interface MarkFound {
  kind: HarnessMark['kind']
  start: number
  end: number
}

/**
 * The harnesses' own words, as their releases print them and as real runs show them. A program's traceback never counts: marks open the observation, or
 * are a footer of the harness.
 */
const MARKS: readonly HarnessMark[] = [
  // OpenHands: the client of the action server, the controller, the shell's footer
  mark(
    'runtime-error',
    'openhands',
    'head',
    /^(?:\[[^\]\n]{1,200}\] )?(?:Action execution failed: |Runtime failed to return execute_action )[^\n]{0,300}/,
  ),
  mark('runtime-error', 'openhands', 'head', /^(?:openhands\.[\w.]{1,80}\.)?AgentRuntime\w{0,30}Error\b[^\n]{0,300}/),
  mark('runtime-error', 'openhands', 'head', /^(?:RuntimeError: )?There was an unexpected error while running the agent[^\n]{0,300}/),
  mark('command-timeout', 'openhands', 'foot', /\[(?:The c|C)ommand timed out after [\d.]{1,12} seconds[^\]\n]{0,300}\]?/),
  mark('command-timeout', 'openhands', 'foot', /\[Command timed out\. Sending SIGINT to the process[^\]\n]{0,100}\]?/),
  // SWE-agent: what its environment adds when a command took the shell with it
  mark(
    'runtime-error',
    'sweagent',
    'edges',
    /^(?:COMMAND FAILED TO EXECUTE|BROKEN PIPE ERROR|EXECUTION TIMED OUT AND INTERRUPT FAILED)\. RESTARTING PROCESS\./m,
  ),
  mark('runtime-error', 'sweagent', 'edges', /^EXECUTION FAILED OR COMMAND MALFORMED$/m),
  mark('command-timeout', 'sweagent', 'edges', /^(?:EXECUTION|COMMAND) TIMED OUT(?! AND INTERRUPT)[^\n]{0,200}/m),
  mark('command-timeout', 'sweagent', 'head', /^The command '[\s\S]{0,3900}?' was cancelled because it took more than \d{1,6} seconds/),
  // mini-swe-agent
  mark('command-timeout', 'minisweagent', 'head', /^The last command <command>[\s\S]{0,3900}?<\/command> timed out and has been killed/),
  mark(
    'command-timeout',
    'minisweagent',
    'edges',
    /(?<!\\)"exception_info"\s{0,3}:\s{0,3}"[^"\n]{0,300}(?:timed out after|TimeoutExpired)[^"\n]{0,100}/,
  ),
  mark(
    'runtime-error',
    'minisweagent',
    'edges',
    /(?<!\\)"exception_info"\s{0,3}:\s{0,3}"(?![^"\n]{0,300}(?:timed out after|TimeoutExpired))[^"\n]{1,300}/,
  ),
  mark('command-timeout', 'minisweagent', 'head', /^<exception>[^<]{0,600}(?:timed out after|TimeoutExpired)[^<]{0,300}/),
  mark('runtime-error', 'minisweagent', 'head', /^<exception>(?!\s{0,9}<|[^<]{0,600}(?:timed out after|TimeoutExpired))[^<]{1,300}/),
  // the model's side, under any harness
  mark('model-error', null, 'head', /^(?:litellm|openai|anthropic)\.(?:\w{1,40}\.){0,3}\w{1,60}(?:Error|Exception|Timeout)\b[^\n]{0,300}/),
]

function mark(kind: HarnessMark['kind'], harness: HarnessMark['harness'], where: HarnessMark['where'], pattern: RegExp): HarnessMark {
  return { kind, harness, where, pattern }
}

/** Of a harness nobody knows every mark is tried. */
const BY_HARNESS = new Map(
  ['openhands', 'sweagent', 'minisweagent'].map((name) => [name, MARKS.filter(({ harness }) => harness === null || harness === name)]),
)

const EDGE = 4000
const FOOT = 600

/** What a harness writes above an observation. */
const HEADING = /^\s*(?:OBSERVATION:|Observation:|EXECUTION RESULT of \[[^\]\n]{0,200}\]:)\s*|^\s+/

/**
 * The first mark of an observation by its harness's words, all harnesses' where nobody knows which. A command that ended by itself has none, but for
 * a footer.
 */
export function markOf({ content, result }: Message, harness: string | null): MarkFound | null {
  const isEnded = (result?.exitCode ?? -1) >= 0
  const texts = textsOf(content)
  for (const { kind, pattern, where } of BY_HARNESS.get(harness ?? '') ?? MARKS) {
    if (isEnded && where !== 'foot') continue
    for (const { text, from } of texts[where]) {
      const match = pattern.exec(text)
      if (match) return found(kind, match, from)
    }
  }
  return null
}

interface Piece {
  text: string
  from: number
}

/** The pieces of an observation that marks stand in; a 20 MB one is not searched whole. */
function textsOf(content: string): Record<HarnessMark['where'], Piece[]> {
  const begin = HEADING.exec(content.slice(0, 400))?.[0].length ?? 0
  const tailAt = Math.max(begin, content.length - EDGE)
  const footAt = Math.max(begin, content.length - FOOT)
  const head = { text: content.slice(begin, begin + EDGE), from: begin }
  const tail = { text: content.slice(tailAt), from: tailAt }
  return { head: [head], edges: tailAt === begin ? [head] : [head, tail], foot: [{ text: content.slice(footAt), from: footAt }] }
}

function found(kind: HarnessMark['kind'], match: RegExpExecArray, from: number): MarkFound {
  return { kind, start: from + match.index, end: from + match.index + match[0].length }
}
