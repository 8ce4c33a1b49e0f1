import type { CodeLanguage } from './code-language.ts'
import { readEscapes } from './read-escapes.ts'
import { UNKNOWN } from './unknown.ts'

/** A piece of code. `command` is text between backticks where those run a shell. */
export interface CodeToken {
  kind: 'name' | 'string' | 'command' | 'mark'
  /** A name or mark as written, a string's value; what code puts into a string is unknown in it. */
  text: string
  /** What code puts into a string, as written: `sha` of `git show {sha}`. Each stands as unknown in the text. */
  holes?: readonly string[]
  pos: number
  end: number
}

const MAX_LENGTH = 500_000
const MAX_STRING = 100_000
const NAME = /[A-Za-z_$@][\w$]*/y
const NUMBER = /\d[\w.]*/y
const BLANK = /\s+/y
const PREFIX = /^[rRbBfFuU]{1,2}$/

/** Cuts code into names, strings and marks; comments are left out. Linear in any text; code beyond 500,000 characters is not looked at. */
export function codeTokens(text: string, language: CodeLanguage): CodeToken[] {
  const code = text.slice(0, MAX_LENGTH)
  const tokens: CodeToken[] = []
  let at = 0
  while (at < code.length) {
    const unit = code[at] ?? ''
    const blank = matchAt(BLANK, code, at)
    if (blank) at += blank.length
    else if (isComment(code, at, language)) at = endOf(code, code.startsWith('/*', at) ? '*/' : '\n', at + 1)
    else if (unit === '"' || unit === "'" || unit === '`') {
      const token = stringAt(code, at, language, tokens)
      tokens.push(token)
      at = token.end
    } else {
      const word = matchAt(NAME, code, at) ?? matchAt(NUMBER, code, at) ?? unit
      tokens.push({ kind: NAME_START.test(unit) ? 'name' : 'mark', text: word, pos: at, end: at + word.length })
      at += word.length
    }
  }
  return tokens
}

const NAME_START = /[A-Za-z_$@]/

function matchAt(pattern: RegExp, code: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(code)?.[0] ?? null
}

function isComment(code: string, at: number, language: CodeLanguage): boolean {
  if (language === 'javascript') return code.startsWith('//', at) || code.startsWith('/*', at)
  return code[at] === '#'
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from)
  return end === -1 ? code.length : end + mark.length
}

/** A string; a prefix of Python's that stands before it is taken from the tokens. */
function stringAt(code: string, at: number, language: CodeLanguage, tokens: CodeToken[]): CodeToken {
  const before = tokens.at(-1)
  const isPrefixed = language === 'python' && before?.kind === 'name' && before.end === at && PREFIX.test(before.text)
  const prefix = isPrefixed ? (tokens.pop()?.text ?? '').toLowerCase() : ''
  const quote = code[at] ?? ''
  const mark = language === 'python' && code.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote
  const end = closing(code, at + mark.length, mark, language)
  const written = code.slice(at + mark.length, end).slice(0, MAX_STRING)
  const plain = prefix.includes('r') || (quote === "'" && (language === 'perl' || language === 'ruby')) ? written : readEscapes(written)
  const kind = quote === '`' && language !== 'javascript' ? 'command' : 'string'
  const hole = holeOf(quote, prefix, language)
  const place = { pos: at - prefix.length, end: Math.min(code.length, end + mark.length) }
  const holes = hole === null ? [] : Array.from(plain.matchAll(hole), ([, name]) => name ?? '')
  if (hole === null || holes.length === 0) return { kind, text: plain, ...place }
  return { kind, text: plain.replaceAll(UNKNOWN, ' ').replace(hole, UNKNOWN), holes, ...place }
}

function closing(code: string, from: number, mark: string, language: CodeLanguage): number {
  const endsAtLine = mark.length === 1 && mark !== '`' && (language === 'python' || language === 'javascript')
  let at = from
  while (at < code.length && !code.startsWith(mark, at) && !(endsAtLine && code[at] === '\n')) at += code[at] === '\\' ? 2 : 1
  return Math.min(at, code.length)
}

/** How code puts a value into a string: `{sha}`, `${sha}`, `#{sha}`, `$sha`; null for a string that is as it is written. */
function holeOf(quote: string, prefix: string, language: CodeLanguage): RegExp | null {
  if (language === 'python') return prefix.includes('f') ? /\{([^{}]{0,200})\}/g : null
  if (language === 'javascript') return quote === '`' ? /\$\{([^{}]{0,200})\}/g : null
  if (quote === "'") return null
  return language === 'ruby' ? /#\{([^{}]{0,200})\}/g : /[$@]([A-Za-z_]\w{0,100})/g
}

/** A token's text, its holes filled by what their names are known to hold. */
export function filledBy({ text, holes = [] }: CodeToken, names: ReadonlyMap<string, string | string[]>): string {
  let at = 0
  return holes.length === 0 ? text : text.replaceAll(UNKNOWN, () => valueIn(holes[at++] ?? '', names))
}

/** `sha`, `sha!r`, `sha:>10`, `'HEAD'`. */
function valueIn(hole: string, names: ReadonlyMap<string, string | string[]>): string {
  const written = /^\s{0,9}(['"])([^'"\\]{0,100})\1\s{0,9}$/.exec(hole)?.[2]
  if (written !== undefined) return written
  const value = names.get(hole.replace(/![rsa]$|:.{0,20}$/, '').trim())
  return value === undefined ? UNKNOWN : [value].flat().join(' ')
}
