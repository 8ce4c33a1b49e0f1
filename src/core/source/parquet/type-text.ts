import type { SchemaElement, SchemaTree } from 'hyparquet'

/** A longer type is cut; a person reads it in a form. */
const LONGEST = 160

/** The type of a column for people: `string`, `int64`, `list<struct<role: string, content: string>>`. */
export function typeText(tree: SchemaTree): string {
  const text = typeOf(tree)
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 4)} ...`
}

function typeOf(tree: SchemaTree): string {
  const isRepeated = tree.element.repetition_type === 'REPEATED'
  return isRepeated ? `list<${ofOne(tree)}>` : ofOne(tree)
}

function ofOne({ element, children }: SchemaTree): string {
  const [only] = children
  if (!only) return ofLeaf(element)
  if (element.converted_type === 'LIST') return `list<${only.children.length === 1 ? only.children.map(typeOf).join('') : ofOne(only)}>`
  if (element.converted_type === 'MAP') return `map<${only.children.map(typeOf).join(', ')}>`
  return `struct<${children.map((child) => `${child.element.name}: ${typeOf(child)}`).join(', ')}>`
}

const PLAIN: Partial<Record<NonNullable<SchemaElement['type']>, string>> = {
  BOOLEAN: 'bool',
  BYTE_ARRAY: 'binary',
  FIXED_LEN_BYTE_ARRAY: 'binary',
}

function ofLeaf({ type, converted_type: converted, logical_type: logical }: SchemaElement): string {
  if (converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING') return 'string'
  const meant = logical && logical.type !== 'INTEGER' ? logical.type : converted
  return (meant ?? (type === undefined ? 'null' : (PLAIN[type] ?? type))).toLowerCase().replace(/_(millis|micros)$/, '')
}
