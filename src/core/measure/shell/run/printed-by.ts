import { resolvePath } from '../resolve-path.ts'
import type { SimpleCommand } from '../simple-command.ts'
import { readEscapes } from './read-escapes.ts'
import { writeFile } from './redirects.ts'
import type { Run } from './run.ts'
import { fileOf, keep, keepFile } from './session.ts'
import { UNKNOWN } from './unknown.ts'

/** What a program prints and leaves in files. */
type Printer = (args: readonly string[], input: string | null, run: Run) => string

const echo: Printer = (args) => {
  const words = [...args]
  let isEscaped = false
  while (/^-[neE]+$/.test(words[0] ?? '')) isEscaped = words.shift()?.includes('e') || isEscaped
  const text = words.join(' ')
  return `${isEscaped ? readEscapes(text) : text}\n`
}

/** `%s` takes the next word, and the format is used again while words are left. */
const printf: Printer = (args, input, run) => {
  if (args[0] === '-v' && args[1] !== undefined) {
    keep(run.session.variables, args[1], printf(args.slice(2), input, run))
    return ''
  }
  const [format = '', ...words] = args[0] === '--' ? args.slice(1) : args
  const pattern = readEscapes(format)
  const slots = pattern.match(/%[^%]/g)?.length ?? 0
  if (slots === 0) return pattern.replaceAll('%%', '%')
  const turns = Math.min(100, Math.max(1, Math.ceil(words.length / slots)))
  let at = 0
  const once = () =>
    pattern.replace(/%([^\s])/g, (slot, kind: string) => (slot === '%%' ? '%' : kind === 's' ? (words[at++] ?? '') : UNKNOWN))
  return Array.from({ length: turns }, once).join('')
}

const cat: Printer = (args, input, { session }) => {
  const files = args.filter((word) => word === '-' || !word.startsWith('-'))
  if (files.length === 0) return input ?? UNKNOWN
  return files.map((path) => (path === '-' ? (input ?? UNKNOWN) : (fileOf(session, resolvePath(session.folder, path)) ?? UNKNOWN))).join('')
}

const tee: Printer = (args, input, run) => {
  const isAppending = args.some((word) => word === '-a' || word === '--append')
  for (const path of args.filter((word) => !word.startsWith('-'))) writeFile(run, path, input ?? UNKNOWN, isAppending)
  return input ?? UNKNOWN
}

const base64: Printer = (args, input) => {
  const text = input ?? ''
  const isDecoding = args.some((word) => /^(?:-d|-D|--decode|-di)$/.test(word))
  if (!isDecoding || text.includes(UNKNOWN) || !/^[\sA-Za-z0-9+/=]+$/.test(text)) return UNKNOWN
  return Buffer.from(text, 'base64').toString('utf8')
}

/** What was written under one name can be run under another. */
const copy: Printer = (args, _input, { session }) => {
  const [from, to] = args.filter((word) => !word.startsWith('-'))
  const text = from === undefined ? undefined : fileOf(session, resolvePath(session.folder, from))
  const content = text ?? (from !== undefined && IS_PROGRAM.test(from) ? `${from} "$@"\n` : undefined)
  if (content !== undefined && to !== undefined) keepFile(session, resolvePath(session.folder, to), content)
  return ''
}

/** A program under another name is a script that runs it. */
const IS_PROGRAM = /^git$|\/s?bin\/[\w.-]{1,60}$/

/** A name that only this run has. */
const mktemp: Printer = (args, _input, { session }) => {
  if (args.some((word) => !word.startsWith('-'))) return UNKNOWN
  keep(session.files, `${MADE}${session.files.size}`, '')
  return `${MADE}${session.files.size}\n`
}

const MADE = '/tmp/tmp.XXXXXXXX'

const git: Printer = (args, _input, { session }) => {
  const at = args.indexOf('config')
  const named = at === -1 ? -1 : args.findIndex((word) => word.startsWith('alias.'))
  if (named !== -1 && args[named + 1] !== undefined) keep(session.gitAliases, args[named]?.slice(6) ?? '', args[named + 1] ?? '')
  return ancestorBy(args.join(' ').slice(0, 500))
}

/** Commands that print a commit which is HEAD or behind it: that much of their output is known. */
function ancestorBy(words: string): string {
  const named = /^rev-parse (?:--short(?:=\d{1,2})? |--verify ){0,2}((?:HEAD|@)[~^\d]{0,20})$/.exec(words)?.[1]
  if (named !== undefined) return `${named}\n`
  const isBehind =
    /^merge-base (?:\S{1,100} )?HEAD(?: \S{1,100})?$/.test(words) ||
    /^rev-list (?:-n ?\d{1,4} |-\d{1,4} |--max-count=\d{1,4} ){0,2}HEAD$/.test(words) ||
    /^log (?:-n ?\d{1,4} ?|-\d{1,4} ?|(?:--format|--pretty)=(?:t?format:)?%[hH] ?){1,3}$/.test(words)
  return isBehind && (!words.startsWith('log') || words.includes('%')) ? `HEAD~${UNKNOWN}\n` : UNKNOWN
}

const which: Printer = (args) => `${args.filter((word) => !word.startsWith('-')).at(-1) ?? UNKNOWN}\n`

const PRINTERS = new Map<string, Printer>([
  ['echo', echo],
  ['printf', printf],
  ['cat', cat],
  ['tee', tee],
  ['base64', base64],
  ['cp', copy],
  ['mv', copy],
  ['ln', copy],
  ['mktemp', mktemp],
  ['git', git],
  ['which', which],
  ['pwd', (_args, _input, { session }) => `${session.folder || UNKNOWN}\n`],
])

/** What a program prints as far as its words tell, after it changed the files it names. */
export function printedBy({ name, args }: SimpleCommand, input: string | null, run: Run): string {
  return PRINTERS.get(name)?.(args, input, run) ?? UNKNOWN
}
