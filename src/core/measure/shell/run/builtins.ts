import type { Run } from './run.ts'
import { keep } from './session.ts'
import { UNKNOWN } from './unknown.ts'

/** A command of the shell itself: what it prints, after it changed the session; null where it only runs another. */
type Builtin = (args: readonly string[], input: string | null, run: Run) => string | null

/** `export A=1`, `local a=1`, `declare -r a=1`. */
const declares: Builtin = (args, _input, run) => {
  for (const [name, value] of args.map(assignmentOf)) if (name !== '' && value !== null) keep(run.session.variables, name, value)
  return ''
}

/** The variables get a line of the input, the last one its rest. */
const reads: Builtin = (args, input, run) => {
  const names = args.filter((word) => /^[A-Za-z_]\w{0,100}$/.test(word))
  const lines = (input ?? UNKNOWN).split('\n').filter(Boolean)
  const words = lines.length === 1 ? (lines[0] ?? UNKNOWN).split(/[ \t]+/) : names.map(() => UNKNOWN)
  names.forEach((name, at) => {
    keep(run.session.variables, name, at === names.length - 1 ? words.slice(at).join(' ') : (words[at] ?? ''))
  })
  return ''
}

const aliases: Builtin = (args, _input, run) => {
  for (const [name, value] of args.map(assignmentOf)) if (value !== null) keep(run.session.aliases, name, value)
  return ''
}

const unaliases: Builtin = (args, _input, run) => {
  for (const name of args) run.session.aliases.delete(name)
  return ''
}

const unsets: Builtin = (args, _input, run) => {
  for (const name of args) if (!run.session.variables.delete(name)) run.session.functions.delete(name)
  return ''
}

/** `set -- a b` gives the positional words; its options change nothing here. */
const sets: Builtin = (args, _input, run) => {
  const at = args.indexOf('--')
  if (at !== -1) run.positional = args.slice(at + 1)
  return ''
}

const shifts: Builtin = (args, _input, run) => {
  run.positional = run.positional.slice(Number(args[0] ?? 1) || 1)
  return ''
}

/** `command -v git`, `type -p git` print where git is; `command -p git` runs it. */
const names =
  (asking: RegExp): Builtin =>
  ([option, ...words]) =>
    asking.test(option ?? '') ? `${words.join('\n')}\n` : null

const nothing: Builtin = () => ''

/** Commands that concern the session alone. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ...['export', 'declare', 'typeset', 'local', 'readonly'].map((name): [string, Builtin] => [name, declares]),
  ...['read', 'mapfile', 'readarray'].map((name): [string, Builtin] => [name, reads]),
  ...[':', 'true', 'false', 'test', '[', 'shopt', 'return', 'break', 'continue', 'exit', 'wait', 'popd', 'sleep'].map(
    (name): [string, Builtin] => [name, nothing],
  ),
  ['alias', aliases],
  ['command', names(/^-[vV]$/)],
  ['type', names(/^-[pP]$/)],
  ['unalias', unaliases],
  ['unset', unsets],
  ['set', sets],
  ['shift', shifts],
])

function assignmentOf(word: string): [string, string | null] {
  const at = word.indexOf('=')
  return at === -1 ? [word, null] : [word.slice(0, at), word.slice(at + 1)]
}
