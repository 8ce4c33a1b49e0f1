import type { Command, For, Pipeline, Select, Statement, SyntaxNode } from 'unbash'
import { expandWord } from './expand-word.ts'
import { applyRedirects, inputOf } from './redirects.ts'
import { type Frame, type Run, spanOf } from './run.ts'
import { runCommand } from './run-command.ts'
import { scopeOf } from './scope.ts'
import { keep } from './session.ts'
import { UNKNOWN } from './unknown.ts'

const MAX_PRINTED = 100_000

/** A loop is run for so many of its words. */
const MAX_TURNS = 20

/**
 * Follows a piece of a syntax tree as if every branch were taken and every loop ran, and gives what it prints as far as that is told. `input` is
 * what stands on its standard input; null for nothing known of.
 */
export function runTree(node: SyntaxNode, input: string | null, frame: Frame, run: Run): string {
  run.steps -= 1
  if (run.steps < 0) return UNKNOWN
  switch (node.type) {
    case 'Command':
      return runCommand(node satisfies Command, input, frame, run)
    case 'Pipeline':
      return runPipeline(node, input, frame, run)
    case 'Script':
    case 'CompoundList':
    case 'AndOr':
      return runAll(node.commands, input, frame, run)
    case 'Statement':
      return runTree(node.command, input, frame, run)
    case 'Redirected': {
      const text = inputOf(node.redirects, frame, run) ?? input
      return applyRedirects(node.redirects, runTree(node.command, text, frame, run), frame, run)
    }
    case 'Subshell':
      return runSubshell(node.body, input, frame, run)
    case 'BraceGroup':
      return runTree(node.body, input, frame, run)
    case 'Coproc':
      return runTree(node.body, input, frame, run)
    case 'If':
      return runAll([node.clause, node.then, ...node.elif, ...(node.else ? [node.else] : [])], input, frame, run)
    case 'Elif':
      return runAll([node.clause, node.then], input, frame, run)
    case 'While':
      return runAll([node.clause, node.body], input, frame, run)
    case 'For':
    case 'Select':
      return runFor(node, input, frame, run)
    case 'Case':
      expandWord(node.word, scopeOf(frame, node, run))
      return runAll(
        node.items.map((item) => item.body),
        input,
        frame,
        run,
      )
    case 'Function':
      run.session.functions.set(node.name.value, { body: node.body, source: frame.source })
      return ''
    case 'ArithmeticFor':
      return runTree(node.body, input, frame, run)
    case 'TestCommand':
    case 'ArithmeticCommand':
      return runSubstitutions(frame.source.slice(node.pos, node.end), { ...frame, base: null, span: spanOf(frame, node) }, run)
    default:
      return UNKNOWN
  }
}

function runAll(nodes: readonly (Statement | SyntaxNode)[], input: string | null, frame: Frame, run: Run): string {
  const printed: string[] = []
  let length = 0
  for (const node of nodes) {
    const text = runTree(node, input, frame, run)
    length += text.length
    if (length <= MAX_PRINTED) printed.push(text)
  }
  return length > MAX_PRINTED ? UNKNOWN : printed.join('')
}

function runPipeline({ commands }: Pipeline, input: string | null, frame: Frame, run: Run): string {
  let text = input
  for (const command of commands) text = runTree(command, text, frame, run)
  return text ?? ''
}

/** What a subshell changes of the folder ends with it. */
function runSubshell(body: SyntaxNode, input: string | null, frame: Frame, run: Run): string {
  const { folder } = run.session
  const printed = runTree(body, input, frame, run)
  run.session.folder = folder
  return printed
}

function runFor(node: For | Select, input: string | null, frame: Frame, run: Run): string {
  const scope = scopeOf(frame, node, run)
  const words = node.wordlist?.flatMap((word) => expandWord(word, scope)) ?? [...run.positional]
  const turns = words.length > MAX_TURNS || words.length === 0 ? [...words.slice(0, MAX_TURNS), UNKNOWN] : words
  const printed = turns.map((word) => {
    keep(run.session.variables, node.name.value, /^[*?]{1,9}$/.test(word) ? UNKNOWN : word)
    return runTree(node.body, input, frame, run)
  })
  const text = printed.join('')
  return text.length > MAX_PRINTED ? UNKNOWN : text
}

/** `[[ $(git log) ]]` and `(( $(…) ))` run what is substituted, whatever the rest means. */
export function runSubstitutions(text: string, { span }: Frame, run: Run): string {
  if (!/\$\(|`/.test(text)) return ''
  const inside = [...text.matchAll(/\$\(([^()]{1,2000})\)|`([^`]{1,2000})`/g)]
  for (const match of inside) {
    const script = match[1] ?? match[2] ?? ''
    runTree(run.parse(script).tree ?? EMPTY, null, { source: script, base: null, span }, run)
  }
  return ''
}

const EMPTY: SyntaxNode = { type: 'Script', pos: 0, end: 0, shebang: undefined, commands: [] }
