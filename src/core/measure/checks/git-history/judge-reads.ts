import { resolvePath } from '../../shell/resolve-path.ts'
import type { SimpleCommand } from '../../shell/simple-command.ts'
import { type Judged, judged } from './judged.ts'

/** Programs that show files, or take them elsewhere to be shown. `open` is what code reads. */
const READERS = new Set(
  'cat less more head tail ls tree find grep egrep fgrep zgrep rg ag ack fd strings xxd od hexdump hd cp rsync tar zip sed awk gawk zcat gzip gunzip pigz zlib-flate openssl sort uniq wc nl tac bat batcat cut diff cmp file stat readlink du dd open ln vim vi nano view'.split(
    ' ',
  ),
)

/** Programs that show the folder they stand in when no place is named. */
const LISTS = new Set(['ls', 'find', 'tree', 'rg', 'ag', 'ack', 'fd'])

/** Options whose next word is a pattern, not a place to read. */
const PATTERNS = new Set([
  '-path',
  '-wholename',
  '-name',
  '-iname',
  '-ipath',
  '-regex',
  '--exclude',
  '--exclude-dir',
  '--ignore',
  '-I',
  '-g',
  '--glob',
  '-E',
  '--include',
])

/** What git keeps of other commits. */
const HIDDEN = /(?:^|\/)\.git\/(?:objects|packed-refs|logs|ORIG_HEAD|FETCH_HEAD|refs)(?=\/|$|[*?])/
const LOCAL_REFS = /(?:^|\/)\.git\/refs\/heads(?=\/|$)/
const WHOLE = /(?:^|\/)\.git\/?(?:\*|$)/

/** A read of git's own files; null for any other command. */
export function judgeReads({ name, args }: SimpleCommand, folder: string): Judged | null {
  if (!READERS.has(name)) return null
  const places = placesRead(name, args)
  const paths = (places.length === 0 && LISTS.has(name) ? ['.'] : places).map((word) =>
    plainly(resolvePath(folder, word.replace(/^\w{1,9}=/, ''))),
  )
  const hidden = paths.find((path) => HIDDEN.test(path) && !LOCAL_REFS.test(path))
  if (hidden !== undefined) return judged(name, 'banned', `\`${name}\` reads git's own files: ${hidden.slice(0, 100)}.`)
  const whole = paths.find((path) => WHOLE.test(path))
  if (whole !== undefined && isDeep(name, args))
    return judged(name, 'banned', `\`${name}\` goes through all of git's own files.`, [], 'likely')
  const local = paths.find((path) => LOCAL_REFS.test(path))
  return local === undefined ? null : judged(name, 'restricted', `\`${name}\` reads which commits local branches are at.`, [], 'likely')
}

/** Words that may be places: of `find` those before its tests, of others all but options and patterns. */
function placesRead(name: string, args: readonly string[]): string[] {
  if (name === 'find') {
    const end = args.findIndex((word) => /^[-(!]/.test(word) && !/^-[HLPOD]/.test(word))
    return args.slice(0, end === -1 ? undefined : end)
  }
  const isGrep = /grep$|^(?:rg|ag|ack|sed|awk|gawk|fd)$/.test(name)
  const words = args.filter((word, at) => !/^[-!]/.test(word) && !PATTERNS.has(args[at - 1] ?? ''))
  return isGrep && !args.some((word) => /^-[ef]$/.test(word)) ? words.slice(1) : words
}

/** A pattern that stands for `.git`: `.gi?/logs`, `.g*`, `.*`. */
function plainly(path: string): string {
  return path.replace(/(?:^|(?<=\/))\.(?:g(?:i?[?*]t?|i\[t\]|\[i\]t)|\[g\]it|\*)(?=\/)/g, '.git')
}

function isDeep(name: string, args: readonly string[]): boolean {
  if (/^(?:find|rg|ag|ack|fd|tar|zip|rsync|tree)$/.test(name)) return true
  return args.some((word) => /^-[a-zA-Z]*[rRa]|^--recursive/.test(word)) && name !== 'ls'
    ? true
    : name === 'ls' && args.some((word) => /^-[a-zA-Z]*R/.test(word))
}
