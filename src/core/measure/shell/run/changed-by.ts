import type { ParameterOperation, Word } from 'unbash'

/** Longer values are not changed: each change reads them whole. */
const MAX_LENGTH = 2000

/** What `${x:0:3}`, `${x/a/b}`, `${x#a}`, `${x,,}` make of a value; null where a pattern or an operation is not followed. */
export function changedBy(operation: ParameterOperation, value: string, textOf: (word: Word) => string): string | null {
  if (value.length > MAX_LENGTH) return null
  switch (operation.type) {
    case 'Slice': {
      const [from, length] = [
        Number(textOf(operation.offset)),
        operation.length === undefined ? value.length : Number(textOf(operation.length)),
      ]
      if (!Number.isInteger(from) || !Number.isInteger(length)) return null
      return length < 0 ? value.slice(from, length) : value.slice(from).slice(0, length)
    }
    case 'Replace': {
      const [pattern, text] = [textOf(operation.pattern), textOf(operation.replacement)]
      if (!isPlain(pattern) || operation.operator === '/#' || operation.operator === '/%') return null
      return operation.operator === '//' ? value.replaceAll(pattern, () => text) : value.replace(pattern, () => text)
    }
    case 'Remove': {
      const part = textOf(operation.operand)
      if (!isPlain(part)) return null
      if (operation.operator.startsWith('#')) return value.startsWith(part) ? value.slice(part.length) : value
      return value.endsWith(part) ? value.slice(0, -part.length) : value
    }
    case 'CaseModification':
      if (operation.operand) return null
      return CASES[operation.operator](value)
    default:
      return null
  }
}

const CASES = {
  ',,': (value: string) => value.toLowerCase(),
  '^^': (value: string) => value.toUpperCase(),
  ',': (value: string) => value.slice(0, 1).toLowerCase() + value.slice(1),
  '^': (value: string) => value.slice(0, 1).toUpperCase() + value.slice(1),
}

/** Text that no pattern's mark is in. */
function isPlain(pattern: string): boolean {
  return pattern !== '' && !/[*?[\\\0]/.test(pattern)
}
