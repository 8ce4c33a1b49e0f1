import type { ArrayValue, ParameterExpansionPart, Word, WordPart } from 'unbash'
import { changedBy } from './changed-by.ts'
import { expandBraces } from './expand-braces.ts'
import { fieldsOf, joined, type Piece, UNKNOWN_PIECE } from './fields.ts'
import { UNKNOWN } from './unknown.ts'

/** What a word's expansions are looked up in. */
export interface Scope {
  /** The value of a variable; undefined when the run never set it. */
  variable(name: string): string | undefined
  /** `$1`, `$2`, ... */
  readonly positional: readonly string[]
  /** What a substitution prints, run for what it does on the way. */
  substitute(part: Extract<WordPart, { type: 'CommandExpansion' | 'ProcessSubstitution' }>): string
  /** Runs what is substituted inside `$((…))`; what it comes to is not told. */
  arithmetic(text: string): void
  /** False when an expansion would be too long. */
  afford(length: number): boolean
}

const MAX_WORDS = 64

/** The words one written word becomes. */
export function expandWord(word: Word, scope: Scope): string[] {
  if (!word.parts) return [word.value]
  let lines: Piece[][] = [[]]
  for (const part of word.parts) {
    const choices = part.type === 'BraceExpansion' ? expandBraces(part.text).map((text) => [literal(text)]) : [piecesOf(part, false, scope)]
    const [only] = choices
    if (choices.length === 1 && only) for (const line of lines) line.push(...only)
    else if (choices.length * lines.length > MAX_WORDS) for (const line of lines) line.push(UNKNOWN_PIECE)
    else lines = lines.flatMap((line) => choices.map((choice) => [...line, ...choice]))
  }
  return lines.flatMap(fieldsOf)
}

/** A word's text as a value: never cut. */
export function expandValue(value: Word | ArrayValue, scope: Scope): string {
  if (value.type === 'ArrayValue') return value.elements.flatMap((word) => expandWord(word, scope)).join(' ')
  return value.parts ? expandText(value.parts, scope) : value.value
}

/** The text of parts, as in a here-document. */
export function expandText(parts: readonly WordPart[], scope: Scope): string {
  return joined(parts.flatMap((part) => piecesOf(part, true, scope)))
}

function piecesOf(part: WordPart, isQuoted: boolean, scope: Scope): Piece[] {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
    case 'Glob':
      return [literal(part.value)]
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.length === 0 ? [literal('')] : part.parts.flatMap((inner) => piecesOf(inner, true, scope))
    case 'SimpleExpansion':
      return parameter(part.text.slice(1), isQuoted, scope)
    case 'ParameterExpansion':
      return braced(part, isQuoted, scope)
    case 'CommandExpansion':
      return [valued(scope.substitute(part), isQuoted, scope)]
    case 'ProcessSubstitution':
      return [literal(scope.substitute(part))]
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return [literal(part.text)]
    case 'ArithmeticExpansion':
      scope.arithmetic(part.text)
      return [UNKNOWN_PIECE]
    default:
      return [UNKNOWN_PIECE]
  }
}

function literal(text: string): Piece {
  return { text, splits: false }
}

function valued(text: string, isQuoted: boolean, scope: Scope): Piece {
  if (!scope.afford(text.length)) return UNKNOWN_PIECE
  return isQuoted ? { text, splits: false } : { text: cutBy(scope.variable('IFS') ?? ' ', text), splits: true }
}

/** With other separators set, they stand where blanks would cut. */
function cutBy(separators: string, text: string): string {
  const others = [...separators.slice(0, 20)].filter((unit) => !/\s/.test(unit))
  return others.reduce((cut, unit) => cut.replaceAll(unit, ' '), text)
}

function parameter(name: string, isQuoted: boolean, scope: Scope): Piece[] {
  if (name === '@' || name === '*') {
    const text = scope.positional.join(' ')
    if (!scope.afford(text.length)) return [UNKNOWN_PIECE]
    return isQuoted && name === '@' ? [{ text, splits: true, elements: scope.positional }] : [{ text, splits: !isQuoted }]
  }
  const value = /^\d+$/.test(name) ? scope.positional[Number(name) - 1] : scope.variable(name)
  return [value === undefined ? UNKNOWN_PIECE : valued(value, isQuoted, scope)]
}

/** `${x}`, `${!x}`, `${x:-default}`, `${x:0:3}`, `${a[@]}`, `${m[key]}`. */
function braced({ parameter: name, prefix, index, operation }: ParameterExpansionPart, isQuoted: boolean, scope: Scope): Piece[] {
  if (prefix) return prefix === '!' && !index && !operation ? indirect(name, isQuoted, scope) : [UNKNOWN_PIECE]
  const value = scope.variable(name)
  if (operation?.type === 'Default' && /^:?[-=]$/.test(operation.operator)) {
    return value ? [valued(value, isQuoted, scope)] : [valued(expandValue(operation.operand, scope), isQuoted, scope)]
  }
  if (operation) {
    const changed = value === undefined || index ? null : changedBy(operation, value, (word) => expandValue(word, scope))
    return [changed === null ? UNKNOWN_PIECE : valued(changed, isQuoted, scope)]
  }
  if (!index) return parameter(name, isQuoted, scope)
  const elements = value?.split(' ')
  if (!elements || value === undefined || !scope.afford(value.length)) return [UNKNOWN_PIECE]
  if (/^[@*]$/.test(index.value)) return [{ text: value, splits: true, elements }]
  const mark = `[${expandValue(index, scope)}]=`
  const keyed = elements.findLast((element) => element.startsWith(mark))?.slice(mark.length)
  return [literal(keyed ?? elements[Number(index.value)] ?? UNKNOWN)]
}

/** The variable whose name another one holds. */
function indirect(name: string, isQuoted: boolean, scope: Scope): Piece[] {
  const value = scope.variable(scope.variable(name) ?? '')
  return [value === undefined ? UNKNOWN_PIECE : valued(value, isQuoted, scope)]
}
