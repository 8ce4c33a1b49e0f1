import { type CodeToken, filledBy } from './code-tokens.ts'
import { UNKNOWN } from './unknown.ts'

/** What an expression comes to, as far as it is written out: a string, a list of strings, with unknown parts. */
export type CodeValue = string | string[]

/** Values of names that were set to something written out. */
export type CodeNames = Map<string, CodeValue>

/** Expressions longer or deeper than this are unknown. */
const MAX_TOKENS = 500
const MAX_DEPTH = 12

/** An argument of a call: its value, and its name where it has one. */
export interface CodeArgument {
  name: string | null
  value: CodeValue
}

/** The arguments between brackets that open at `open`, and the token behind the closing one. */
export function argumentsAt(
  tokens: readonly CodeToken[],
  open: number,
  names: CodeNames,
  depth = 0,
): { given: CodeArgument[]; next: number } {
  const given: CodeArgument[] = []
  const limit = Math.min(tokens.length, open + MAX_TOKENS)
  let at = open + 1
  while (at < limit && !isMark(tokens[at], CLOSES)) {
    const isNamed = tokens[at]?.kind === 'name' && isMark(tokens[at + 1], ['=', ':']) && !isMark(tokens[at + 2], ['='])
    const { value, next } = valueAt(tokens, isNamed ? at + 2 : at, names, depth + 1)
    given.push({ name: isNamed ? (tokens[at]?.text ?? '') : null, value })
    at = isMark(tokens[next], [',']) ? next + 1 : next
    if (next === at && !isMark(tokens[at], CLOSES)) at += 1
  }
  return { given, next: Math.min(tokens.length, at + 1) }
}

const CLOSES = [')', ']', '}']

/** The value of the expression at a token, and the comma, closing bracket or statement behind it. */
export function valueAt(tokens: readonly CodeToken[], from: number, names: CodeNames, depth = 0): { value: CodeValue; next: number } {
  let { value, next } = depth > MAX_DEPTH ? { value: UNKNOWN as CodeValue, next: from } : primary(tokens, from, names, depth)
  const limit = from + MAX_TOKENS
  while (next < tokens.length && next < limit) {
    const token = tokens[next]
    if (token?.kind === 'string' && typeof value === 'string' && tokens[next - 1]?.kind === 'string') {
      value += filledBy(token, names)
      next += 1
    } else if (
      isMark(token, ['+']) ||
      (isMark(token, ['.']) && tokens[next - 1]?.kind === 'string' && tokens[next + 1]?.kind === 'string')
    ) {
      const right = primary(tokens, next + 1, names, depth + 1)
      value = added(value, right.value)
      next = right.next
    } else if (isMark(token, ['.']) && tokens[next + 1]?.kind === 'name') {
      const call = method(tokens, next, value, names, depth)
      value = call.value
      next = call.next
    } else if (isMark(token, ['%']) && typeof value === 'string') {
      const right = primary(tokens, next + 1, names, depth + 1)
      const words = [right.value].flat()
      value = value.replace(/%(?:\(\w{0,40}\))?[sdrifx]/g, (slot) => (slot.length === 2 ? (words.shift() ?? UNKNOWN) : UNKNOWN))
      next = right.next
    } else if (isMark(token, ['/']) && tokens[next + 1]?.kind === 'string' && typeof value === 'string') {
      value = `${value}/${tokens[next + 1]?.text ?? ''}`
      next += 2
    } else break
  }
  const end = skip(tokens, next, limit)
  return { value: end > next ? added(value, UNKNOWN) : value, next: end }
}

/** The place where an expression ends: a comma, a closing bracket, a new statement. */
function skip(tokens: readonly CodeToken[], from: number, limit: number): number {
  let at = from
  let open = 0
  for (; at < tokens.length && at < limit; at += 1) {
    const token = tokens[at]
    if (isMark(token, ['(', '[', '{'])) open += 1
    else if (isMark(token, CLOSES)) {
      if (open === 0) break
      open -= 1
    } else if (open === 0 && isMark(token, [',', ';', '='])) break
    else if (open === 0 && token && at > 0 && token.kind === 'name' && isOperand(tokens[at - 1])) break
  }
  return at
}

/** Two operands side by side: a new statement begins with the second. */
function isOperand(token: CodeToken | undefined): boolean {
  return token !== undefined && (token.kind !== 'mark' || isMark(token, CLOSES)) && !WORDS.has(token.text)
}

const WORDS = new Set(['if', 'else', 'and', 'or', 'not', 'in', 'is', 'for', 'await', 'lambda'])

function primary(tokens: readonly CodeToken[], at: number, names: CodeNames, depth: number): { value: CodeValue; next: number } {
  const token = tokens[at]
  if (token === undefined) return { value: UNKNOWN, next: at }
  if (token.kind === 'string') return { value: filledBy(token, names), next: at + 1 }
  if (depth <= MAX_DEPTH && isMark(token, ['[', '('])) {
    const { given, next } = argumentsAt(tokens, at, names, depth)
    const [only] = given
    if (token.text === '(' && given.length === 1 && only && !isMark(tokens[next - 2], [','])) return { value: only.value, next }
    return { value: given.flatMap(({ value }) => value), next }
  }
  if (token.kind !== 'name') return { value: UNKNOWN, next: isMark(token, CLOSES) ? at : at + 1 }
  return named(tokens, at, names, depth)
}

/** Functions that give their argument back, as a list or a string. */
const SAME = /^(?:shlex\.split|shlex\.join|str|list|tuple|os\.path\.expanduser|Path|pathlib\.Path|await|String|qw)$/

function named(tokens: readonly CodeToken[], from: number, names: CodeNames, depth: number): { value: CodeValue; next: number } {
  let at = from + 1
  while (isMark(tokens[at], ['.']) && tokens[at + 1]?.kind === 'name' && at < from + 20) at += 2
  const chain = chainOf(tokens, from, at)
  if (chain === 'sys.executable' || chain === 'process.execPath') return { value: chain === 'sys.executable' ? 'python' : 'node', next: at }
  if (isMark(tokens[at], ['(']) && depth <= MAX_DEPTH) {
    const { given, next } = argumentsAt(tokens, at, names, depth + 1)
    return { value: SAME.test(chain) ? (given[0]?.value ?? UNKNOWN) : UNKNOWN, next }
  }
  const known = names.get(tokens[from]?.text ?? '')
  return known === undefined ? { value: UNKNOWN, next: at } : { value: known, next: from + 1 }
}

/** Names joined by dots. */
export function chainOf(tokens: readonly CodeToken[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('')
}

/** What a method makes of a value: the words of `split`, the text of `join` and `format`. */
function method(
  tokens: readonly CodeToken[],
  at: number,
  value: CodeValue,
  names: CodeNames,
  depth: number,
): { value: CodeValue; next: number } {
  const name = tokens[at + 1]?.text ?? ''
  if (!isMark(tokens[at + 2], ['('])) return { value: UNKNOWN, next: at + 2 }
  const { given, next } = argumentsAt(tokens, at + 2, names, depth + 1)
  const first = given[0]?.value
  if (name === 'split' && typeof value === 'string') return { value: value.split(/\s+/).filter(Boolean), next }
  if (name === 'join' && typeof value === 'string') return { value: Array.isArray(first) ? first.join(value) : UNKNOWN, next }
  if (name === 'join' && Array.isArray(value)) return { value: value.join(typeof first === 'string' ? first : ','), next }
  if (name === 'format' && typeof value === 'string') return { value: formatted(value, given), next }
  if (/^(?:strip|rstrip|lstrip|trim|encode|decode|copy)$/.test(name)) return { value, next }
  if (name === 'concat' && Array.isArray(value)) return { value: added(value, first ?? UNKNOWN), next }
  return { value: UNKNOWN, next }
}

/** `'{} {name}'.format(a, name=b)`. */
function formatted(text: string, given: readonly CodeArgument[]): string {
  const listed = given.filter(({ name }) => name === null)
  let place = 0
  return text.replace(/\{([^{}]{0,60})\}/g, (_slot, key: string) => {
    const found = key === '' ? listed[place++] : /^\d+$/.test(key) ? listed[Number(key)] : given.find(({ name }) => name === key)
    return typeof found?.value === 'string' ? found.value : UNKNOWN
  })
}

/** Two values behind one another: strings joined, lists appended. */
export function added(left: CodeValue, right: CodeValue): CodeValue {
  if (typeof left === 'string' && typeof right === 'string') return left.length + right.length > 100_000 ? UNKNOWN : left + right
  return [left, right].flat()
}

/** True for one of these marks. */
export function isMark(token: CodeToken | undefined, marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text)
}
