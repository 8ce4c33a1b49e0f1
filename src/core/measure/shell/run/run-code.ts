import { type Helper, judgeCall, tellWords } from './code-calls.ts'
import type { CodeLanguage } from './code-language.ts'
import { type CodeToken, codeTokens, filledBy } from './code-tokens.ts'
import { argumentsAt, type CodeNames, type CodeValue, chainOf, isMark } from './code-values.ts'
import { OTHER_GIT_LIBRARIES } from './git-library.ts'
import { keepName } from './keep-name.ts'
import { UNKNOWN } from './unknown.ts'

/** What code does that matters: it runs a shell's command line, or words; it writes a file. */
export type CodeCommand =
  | { kind: 'script'; script: string }
  | { kind: 'words'; words: string[] }
  | { kind: 'file'; path: string; text: string }

/** Where a command stands in its code. */
export interface CodeSpan {
  pos: number
  end: number
}

/** A command, and where its code runs it. */
export interface FoundCommand {
  command: CodeCommand
  at: CodeSpan
}

/** Told of every command. */
export type Found = (command: CodeCommand, at: CodeSpan) => void

/** Commands told of one piece of code. */
const MAX_FOUND = 1000

/**
 * Tells every command a piece of code runs as far as its text says: calls that run programs (`subprocess`, `os.system`, `execSync`, backticks),
 * GitPython, reads of git's own files, addresses it fetches. Nothing is run; work is linear in the code.
 */
export function runCode(code: string, language: CodeLanguage, tell: Found): void {
  let left = MAX_FOUND
  const found: Found = (command, at) => {
    if (left > 0) tell(command, at)
    left -= 1
  }
  if (code.trimStart().startsWith(UNKNOWN)) found({ kind: 'words', words: [UNKNOWN] }, { pos: 0, end: code.length })
  const tokens = codeTokens(code, language)
  const reading: Reading = {
    code,
    language,
    tokens,
    names: new Map(),
    aliases: new Map(),
    used: new Set(),
    hidden: [],
    inFunction: null,
    opened: null,
    lastString: null,
    helpers: [],
    found,
  }
  if (language === 'python') runNotebookLines(code, found)
  if (language === 'perl' || language === 'ruby') runQuotedLines(code, found)
  for (let at = 0; at < tokens.length; at += 1) readAt(at, reading)
  for (const { isCalled, words, at } of reading.helpers) if (!isCalled) tellWords(words, at, reading)
  if (reading.hidden.length > 0) tellElsewhere(reading)
}

/** Code being read. */
export interface Reading {
  code: string
  language: CodeLanguage
  tokens: readonly CodeToken[]
  names: CodeNames
  /** Names that stand for imported ones. */
  aliases: Map<string, string>
  /** Strings that were told as commands, by their place. */
  used: Set<number>
  /** Places of calls that run what could not be told. */
  hidden: CodeSpan[]
  /** The function whose definition was read last. */
  inFunction: string | null
  /** The file that was opened last, to be written. */
  opened: string | null
  /** The string read last. */
  lastString: string | null
  helpers: Helper[]
  found: Found
}

function readAt(at: number, reading: Reading): void {
  const { tokens, found } = reading
  const token = tokens[at]
  if (!token) return
  if (token.kind === 'command') found({ kind: 'script', script: filledBy(token, reading.names) }, token)
  else if (token.kind === 'string') {
    const before = tokens[at - 1]
    if (reading.language === 'javascript' && before?.text === '$' && before.end === token.pos)
      found({ kind: 'script', script: filledBy(token, reading.names) }, token)
    if (reading.language === 'awk' && isPiped(at, tokens)) found({ kind: 'script', script: token.text }, token)
    readString(at, token, reading)
    reading.lastString = token.text
  } else if (token.kind === 'name' && !isMark(tokens[at - 1], ['.'])) readChain(at, at, reading)
  else if (isMark(token, ['.']) && isMark(tokens[at - 1], [')', ']']) && tokens[at + 1]?.kind === 'name') readChain(at, at + 1, reading)
  if (token.kind === 'name') keepName(token.text, at, reading)
}

/** `"git log" | getline`, `print | "git log"` of awk. */
function isPiped(at: number, tokens: readonly CodeToken[]): boolean {
  return (isMark(tokens[at + 1], ['|']) && tokens[at + 2]?.text === 'getline') || isMark(tokens[at - 1], ['|'])
}

/** Names joined by dots from one token on: a call, or a property that reads. */
function readChain(start: number, from: number, reading: Reading): void {
  const { tokens, names, found } = reading
  let end = from + 1
  while (isMark(tokens[end], ['.']) && tokens[end + 1]?.kind === 'name' && end < from + 20) end += 2
  const before = tokens[start - 1]
  if (before?.kind === 'name' && /^(?:def|function)$/.test(before.text)) {
    reading.inFunction = tokens[from]?.text ?? null
    return
  }
  if (isImportOfGit(before, tokens[from]))
    found({ kind: 'words', words: ['git', UNKNOWN] }, { pos: before?.pos ?? 0, end: tokens[from]?.end ?? 0 })
  const written = chainOf(tokens, start, end)
  const [first = ''] = written.split('.', 1)
  const chain = `${reading.aliases.get(first) ?? first}${written.slice(first.length)}`
  const next = tokens[end]
  const isBare = (reading.language === 'ruby' || reading.language === 'perl') && next?.kind === 'string'
  if (!isMark(next, ['(']) && !isBare) {
    judgeCall(chain, null, { pos: tokens[start]?.pos ?? 0, end: tokens[end - 1]?.end ?? 0 }, [], reading)
    return
  }
  const { given, next: behind } = argumentsAt(tokens, isBare ? end - 1 : end, names)
  const inside = tokens.slice(end, Math.min(behind, end + 200)).filter(({ kind }) => kind === 'string')
  const span = { pos: tokens[start]?.pos ?? 0, end: tokens[Math.min(behind, tokens.length) - 1]?.end ?? 0 }
  judgeCall(chain, given, span, inside, reading)
}

function isImportOfGit(before: CodeToken | undefined, token: CodeToken | undefined): boolean {
  return /^(?:from|import)$/.test(before?.text ?? '') && OTHER_GIT_LIBRARIES.has(token?.text ?? '')
}

/** A string that names one of git's own files is read somewhere; so is a path joined from `.git` on: `root / '.git' / 'logs'`. */
function readString(at: number, token: CodeToken, { found, tokens }: Reading): void {
  const { pos, end } = token
  const text = /^(?:[^\s]{0,200}\/)?\.git\/?$/.test(token.text.slice(0, 300)) ? joinedPath(at, tokens) : token.text
  if (text.length < 300 && /^[^\s]{0,200}\.git\/[^\s]{1,200}$/.test(text) && !text.includes('://'))
    found({ kind: 'words', words: ['open', text] }, { pos, end })
}

/** Strings behind `.git` with `/` between them, or with commas inside `join(…)`. */
function joinedPath(at: number, tokens: readonly CodeToken[]): string {
  let open = at
  while (open > at - 12 && open >= 0 && !isMark(tokens[open], ['('])) open -= 1
  const isJoin = /^(?:join|joinpath|Path|PurePath|resolve)$/.test(tokens[open - 1]?.text ?? '')
  const parts = [tokens[at]?.text.replace(/\/$/, '') ?? '']
  for (let next = at + 1; next < at + 20; next += 1) {
    const token = tokens[next]
    const isBetween = isMark(token, ['/', ')', '(', '.']) || token?.text === 'joinpath' || (isJoin && isMark(token, [',']))
    if (token?.kind === 'string') parts.push(token.text)
    else if (!isBetween) break
  }
  return parts.join('/')
}

/** Lines of a notebook that go to the shell. */
function runNotebookLines(code: string, found: Found): void {
  for (const match of code.matchAll(/^[ \t]{0,40}(?:!|%sx |%system )(?!=)([^\n]{1,2000})/gm)) {
    found({ kind: 'script', script: match[1] ?? '' }, { pos: match.index, end: match.index + match[0].length })
  }
}

/** `qx{git log}` of Perl, `%x(git log)` of Ruby. */
function runQuotedLines(code: string, found: Found): void {
  for (const match of code.matchAll(/(?:\bqx|%x)\s?[({[/|!]([^)}\]/|!]{1,500})/g)) {
    found({ kind: 'script', script: match[1] ?? '' }, { pos: match.index, end: match.index + match[0].length })
  }
}

/**
 * Where programs are run by words the code does not write out at the call, git's command lines that stand elsewhere in it are what is run
 * (`run("git log")` behind a helper); without any, what is run stays unknown.
 */
function tellElsewhere({ tokens, used, names, hidden, found }: Reading): void {
  let told = 0
  tokens.forEach((token, at) => {
    if (token.kind !== 'string' || used.has(token.pos)) return
    const isLine = /^\s{0,9}(?:sudo )?(?:\/[\w/]{1,60}\/)?git\s+[a-z-]/.test(token.text)
    const isList = token.text === 'git' && isMark(tokens[at - 1], ['[', '('])
    if (!isLine && !isList) return
    told += 1
    const list: CodeValue = isList
      ? argumentsAt(tokens, at - 1, names).given.flatMap(({ value, name }) => (name === null ? value : []))
      : []
    found(isLine ? { kind: 'script', script: token.text } : { kind: 'words', words: [list].flat(2) }, token)
  })
  if (told === 0) for (const at of hidden) found({ kind: 'words', words: [UNKNOWN] }, at)
}
