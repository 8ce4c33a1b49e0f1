import type { Assignment, Command } from 'unbash'
import { folderAfter, resolvePath } from '../resolve-path.ts'
import { baseName, type SimpleCommand } from '../simple-command.ts'
import { behindWrapper } from './behind-wrapper.ts'
import { BUILTINS } from './builtins.ts'
import { type CodeLanguage, languageOf } from './code-language.ts'
import { expandValue, expandWord, type Scope } from './expand-word.ts'
import { printedBy } from './printed-by.ts'
import { applyRedirects, inputOf, writeFile } from './redirects.ts'
import { type Frame, innerFrame, MAX_DEPTH, type Run, type Span, spanOf } from './run.ts'
import { type FoundCommand, runCode } from './run-code.ts'
import { runTree } from './run-tree.ts'
import { scopeOf } from './scope.ts'
import { fileOf, keep } from './session.ts'
import { isUnknown, UNKNOWN } from './unknown.ts'

/** Follows one simple command as written: expands its words, takes its wrappers off, runs or issues what is left. Gives what it prints. */
export function runCommand(node: Command, input: string | null, frame: Frame, run: Run): string {
  const scope = scopeOf(frame, node, run)
  const settings = node.prefix.flatMap((part) =>
    part.type === 'Assignment' ? [`${part.name}=${assign(part, !node.name, scope, run)}`] : [],
  )
  const standard = inputOf(node.redirects, frame, run) ?? input
  if (!node.name) {
    runNamed(settings, { node, frame }, run)
    return applyRedirects(node.redirects, '', frame, run)
  }
  const isPattern = node.name.parts?.some((part) => part.type === 'Glob' || part.type === 'ExtendedGlob') ?? false
  const words = [
    ...(isPattern ? [UNKNOWN] : expandWord(node.name, scope)),
    ...node.args.flatMap((word) => (word.type === 'Word' ? expandWord(word, scope) : [`${word.name}=${expandValue(word.value, scope)}`])),
  ]
  runNamed(SETS.has(words[0] ?? '') ? [...settings, ...words] : settings, { node, frame }, run)
  const printed = runWords(words, standard, { node, frame }, run)
  return applyRedirects(node.redirects, printed, frame, run)
}

/** The value an assignment gives; held for later when the assignment stands alone. */
function assign({ name, value: written, append, index }: Assignment, isHeld: boolean, scope: Scope, { session }: Run): string {
  const value = expandValue(written, scope)
  if (!isHeld) return value
  const before = append || index ? (session.variables.get(name) ?? '') : ''
  const element = index ? `[${index.value}]=${value}` : value
  const isArray = written.type === 'ArrayValue' || index !== undefined
  keep(session.variables, name, isArray && before !== '' ? `${before} ${element}` : before + element)
  return value
}

/** Commands whose words set variables. */
const SETS = new Set(['export', 'declare', 'typeset', 'env', 'local', 'readonly'])
/** Variables whose value git or a shell runs: a pager, an editor, a program that compares. */
const RUN_BY_NAME =
  /^(?:(?:GIT_)?PAGER|GIT_EXTERNAL_DIFF|(?:GIT_|GIT_SEQUENCE_)?EDITOR|VISUAL|GIT_SSH_COMMAND|GIT_ASKPASS|PROMPT_COMMAND)=([\s\S]+)$/

function runNamed(settings: readonly string[], written: Written, run: Run): void {
  for (const setting of settings) {
    const script = RUN_BY_NAME.exec(setting)?.[1]
    if (script !== undefined && !isUnknown(script)) runText(script, { input: null }, written, run)
  }
}

/** Where words being run were written. */
export interface Written {
  node: Pick<Command, 'pos' | 'end' | 'redirects'>
  frame: Frame
}

/** Runs words that are no longer text: what they print. */
function runWords(words: readonly string[], input: string | null, written: Written, run: Run): string {
  run.steps -= 1
  if (run.steps < 0) return UNKNOWN
  let [program, ...args] = words
  for (let taken = 0; program !== undefined; taken += 1) {
    const own = runOwn(program, args, input, written, run)
    if (own !== null) return own
    const behind = taken < MAX_DEPTH ? behindWrapper(commandOf(program, args, input), run.session) : null
    if (behind === null) break
    if (behind.kind === 'script') return runText(behind.script, { ...behind, input: behind.input ?? input }, written, run)
    if (behind.kind === 'code') return follow(behind.code, behind.language, written, run)
    if (behind.kind === 'commands') return behind.commands.map((inner) => runWords(inner, null, written, run)).join('')
    ;[program, ...args] = behind.words
  }
  if (program === undefined) return ''
  return runProgram(commandOf(program, args, input), input, written, run)
}

/** Words the session itself gives a meaning: aliases, functions, the shell's own commands. */
function runOwn(program: string, args: readonly string[], input: string | null, written: Written, run: Run): string | null {
  const alias = run.session.aliases.get(program)
  if (alias !== undefined && run.depth < MAX_DEPTH) return runText(`${alias} "$@"`, { positional: args, input }, written, run, program)
  const known = run.session.functions.get(program)
  if (known && run.depth < MAX_DEPTH) {
    const frame: Frame = { source: known.source, base: null, span: spanOf(written.frame, written.node) }
    return within(run, args, () => runTree(known.body, input, frame, run))
  }
  if (program === 'cd' || program === 'pushd') {
    run.session.folder = folderAfter(run.session.folder, args)
    return ''
  }
  return BUILTINS.get(program)?.(args, input, run) ?? null
}

/** A script given as text: `bash -c`, `eval`, an alias, a here-document for a shell. */
function runText(
  script: string,
  given: { positional?: readonly string[]; input: string | null },
  written: Written,
  run: Run,
  alias?: string,
): string {
  if (run.depth >= MAX_DEPTH || run.characters < 0 || isUnknown(script.trim().slice(0, 1)) || script === '') {
    if (script !== '') issue(commandOf('sh', ['-c', UNKNOWN], null), spanOf(written.frame, written.node), run)
    return UNKNOWN
  }
  run.characters -= script.length
  const { tree } = run.parse(script)
  if (!tree) {
    issue(commandOf('sh', ['-c', UNKNOWN], null), spanOf(written.frame, written.node), run)
    return UNKNOWN
  }
  const frame = bodyFrame(script, written)
  const aliased = alias === undefined ? undefined : run.session.aliases.get(alias)
  if (alias !== undefined) run.session.aliases.delete(alias)
  const printed = within(run, given.positional ?? [], () => runTree(tree, given.input, frame, run))
  if (alias !== undefined && aliased !== undefined) run.session.aliases.set(alias, aliased)
  return printed
}

/** A script's own place where it stands in the command or in its here-document as it is. */
function bodyFrame(script: string, { node, frame }: Written): Frame {
  const inWords = innerFrame(script, frame, node)
  if (inWords.base !== null) return inWords
  for (const redirect of node.redirects) {
    if (redirect.type !== 'HereDoc' || redirect.body.text !== script) continue
    return innerFrame(script, frame, node, redirect.body.pos)
  }
  return inWords
}

function within(run: Run, positional: readonly string[], follow: () => string): string {
  const outer = run.positional
  run.positional = positional
  run.depth += 1
  const printed = follow()
  run.depth -= 1
  run.positional = outer
  return printed
}

/** A program: one the run wrote itself, an interpreter, or one whose name says what it does. */
function runProgram(command: SimpleCommand, input: string | null, written: Written, run: Run): string {
  const file = fileOf(run.session, resolvePath(run.session.folder, command.program))
  if (file !== undefined && command.program.includes('/')) {
    const language = languageOf(command.program, file)
    if (language !== 'shell') return follow(file, language, written, run)
    return runText(file, { positional: command.args, input }, written, run)
  }
  issue(command, spanOf(written.frame, written.node), run)
  return printedBy(command, input, run)
}

/** Follows the commands a piece of code runs. */
export function follow(code: string, language: CodeLanguage, written: Written, run: Run): string {
  run.characters -= code.length
  if (run.characters < 0) {
    issue(commandOf(UNKNOWN, [], null), spanOf(written.frame, written.node), run)
    return UNKNOWN
  }
  const frame = bodyFrame(code, written)
  const { folder } = run.session
  for (const { command, at } of commandsOf(code, language, run)) {
    run.session.folder = folderGiven(code.slice(at.pos, Math.min(at.end, at.pos + 2000))) ?? folder
    const span = frame.base === null ? frame.span : { start: frame.base + at.pos, end: frame.base + at.end }
    if (command.kind === 'file') writeFile(run, command.path, command.text, fileOf(run.session, command.path) !== undefined)
    else if (command.kind === 'script') {
      const inner: Written = { node: { pos: 0, end: 0, redirects: [] }, frame: { source: '', base: null, span } }
      runText(command.script, { input: null }, inner, run)
    } else runWords(command.words, null, { node: written.node, frame: { ...frame, base: null, span } }, run)
  }
  run.session.folder = folder
  return UNKNOWN
}

/** The folder code gives a command, `cwd='/tmp/a'`; a name that says it is temporary stands for a folder of its own. */
function folderGiven(call: string): string | null {
  const [, named, text] = /\bcwd\s{0,9}[=:]\s{0,9}(?:str\(|os\.fspath\()?(?:([A-Za-z_]\w{0,60})|['"]([^'"\n]{1,300})['"])/.exec(call) ?? []
  if (text !== undefined) return text
  return named !== undefined && /te?mp/i.test(named) ? `/tmp/${named}` : null
}

/** The commands of a piece of code; a file that is run again is read once. */
function commandsOf(code: string, language: CodeLanguage, { session: { codes } }: Run): readonly FoundCommand[] {
  const known = codes.get(code)
  if (known) return known
  const commands: FoundCommand[] = []
  runCode(code, language, (command, at) => commands.push({ command, at }))
  if (codes.size < 500) codes.set(code, commands)
  return commands
}

function issue(command: SimpleCommand, at: Span, run: Run): void {
  run.issue({ command, at, folder: run.session.folder })
}

function commandOf(program: string, args: string[], input: string | null): SimpleCommand {
  return { name: baseName(program), program, args, writes: [], input: input ?? '' }
}
