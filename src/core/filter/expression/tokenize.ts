import { expressionFault } from './expression-fault.ts'

/** A piece of an expression. `at` is its offset in the text, from 0. */
export type Token =
  | { kind: 'name' | 'parameter' | 'symbol' | 'end'; text: string; at: number }
  | { kind: 'text'; value: string; text: string; at: number }
  | { kind: 'number'; value: number; text: string; at: number }

const SPACE = /[ \t\r\n]+/y
const NAME = /[A-Za-z_][A-Za-z0-9_.]*/y
const PARAMETER = /\$[A-Za-z_][A-Za-z0-9_.]*/y
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy
const SYMBOL = /==|!=|<=|>=|[<>()[\],+*/-]/y
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/gs
const ESCAPED: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

/** Cuts an expression into tokens, the last of kind `end`. @throws FaultError `bad-input` with the position of what it cannot read */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? null
  }
  while (at < text.length) {
    const space = match(SPACE)
    if (space) {
      at += space.length
      continue
    }
    const token = readToken(text, at, match)
    tokens.push(token)
    at += token.text.length
  }
  tokens.push({ kind: 'end', text: '', at })
  return tokens
}

function readToken(source: string, at: number, match: (pattern: RegExp) => string | null): Token {
  const quoted = match(TEXT)
  if (quoted) return { kind: 'text', value: unquote(quoted), text: quoted, at }
  const number = match(NUMBER)
  if (number) return { kind: 'number', value: readNumber(source, at, number), text: number, at }
  const name = match(NAME)
  if (name) return { kind: 'name', text: name, at }
  const parameter = match(PARAMETER)
  if (parameter) return { kind: 'parameter', text: parameter, at }
  const symbol = match(SYMBOL)
  if (symbol) return { kind: 'symbol', text: symbol, at }
  throw unreadable(source, at)
}

function readNumber(source: string, at: number, text: string): number {
  const value = Number(text)
  if (Number.isFinite(value)) return value
  throw expressionFault(source, at, `${text} is too large a number`)
}

function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(ESCAPE, (_, hex: string | undefined, single = '') =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPED[single] ?? single),
    )
}

function unreadable(source: string, at: number) {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
  if (character === '"' || character === "'") return expressionFault(source, at, `the text that begins here has no closing ${character}`)
  if (character === '=') return expressionFault(source, at, 'a single = compares nothing; write ==')
  if (character === '&' || character === '|') return expressionFault(source, at, 'write "and" or "or" between conditions')
  if (character === '!') return expressionFault(source, at, 'write "not" before a condition, != between values')
  return expressionFault(source, at, `"${character}" means nothing here; texts stand in quotes`)
}
