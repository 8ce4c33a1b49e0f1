import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError } from 'yaml'
import { fault } from '#record'
import { blankJsonComments } from './blank-json-comments.ts'
import { isTooDeep } from './is-too-deep.ts'
import type { Problem } from './problem.ts'

/** Recipes and rule packs are written by hand; anything larger is some other file. */
const MAX_CHARACTERS = 200_000

/** What a file is, for messages. */
export interface FileKind {
  /** `a recipe`. */
  what: string
  /** What to do about a mistake. */
  remedy: string
}

/** A file read as data, that can still say on which line a value stands. */
export interface ParsedFile {
  name: string
  value: unknown
  /** Line of the value (or the key) at fault, from 1; the nearest there is when it is missing. */
  lineOf(problem: Pick<Problem, 'path' | 'key'>): number
}

/**
 * Reads YAML, and JSON by the same reader (JSON is YAML), with `#` comments in both and `//` comments in JSON.
 *
 * @throws FaultError `recipe-invalid` with the line of the first syntax error, duplicate key or wild alias
 */
export function parseYamlFile(text: string, name: string, { what, remedy }: FileKind): ParsedFile {
  const fail = (line: number, message: string) =>
    fault('recipe-invalid', `${name}, line ${line}: ${message}`, { culprit: `${name}:${line}`, remedy })
  if (text.length > MAX_CHARACTERS)
    throw fail(1, `the file has ${text.length.toLocaleString('en-US')} characters, ${what} at most 200,000.`)
  if (/[\0\uFFFD]/.test(text)) throw fail(1, `this is no text in UTF-8, ${what} is; save it as UTF-8.`)
  if (isTooDeep(text)) throw fail(1, `lists and mappings nest more than 50 deep, ${what} less than ten.`)
  const counter = new LineCounter()
  const source = blankJsonComments(text.replace(/^\uFEFF/, ''))
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: true, stringKeys: true })
  const error = document.errors[0]
  if (error) throw fail(counter.linePos(error.pos[0]).line, syntaxMessage(error, what))
  const hostile = hostileKey(document)
  if (hostile !== null) throw fail(counter.linePos(hostile).line, 'no field is called "__proto__".')
  if (document.contents === null) throw fail(1, `the file is empty, or all of it is comments; ${what} is a mapping.`)
  const lineOf = ({ path, key }: Pick<Problem, 'path' | 'key'>) => lineAt(document.contents, path, key, counter)
  try {
    return { name, value: document.toJS({ maxAliasCount: 100 }), lineOf }
  } catch {
    throw fail(1, 'names (&name, *name) are aliases that stand for too much; write values out.')
  }
}

/** Offset of a key the schemas would pass over in silence, because no plain object can hold it; null when there is none. */
function hostileKey(document: Document): number | null {
  let offset: number | null = null
  visit(document, {
    Scalar: (position, node) => {
      if (position !== 'key' || node.value !== '__proto__') return undefined
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

function syntaxMessage(error: YAMLError, what: string): string {
  if (error.code === 'DUPLICATE_KEY') return 'a field is given twice; keep one.'
  if (error.code === 'MULTIPLE_DOCS') return `${what} is one document; remove what follows "---".`
  const hint = HINTS[error.code]
  return `${error.message.replace(/\.?$/, '.')}${hint === undefined ? '' : ` ${hint}`}`
}

const QUOTES = 'A text that begins with { [ @ % & * or ` stands in quotes.'

/** What the parser's own words leave open. */
const HINTS: Partial<Record<YAMLError['code'], string>> = {
  UNEXPECTED_TOKEN: QUOTES,
  BAD_SCALAR_START: QUOTES,
  TAB_AS_INDENT: 'Use spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Fields of one step or rule begin in the same column, and a text with a colon in it stands in quotes.',
}

/** Walks down as far as the document goes, then gives the line where that node (or the key in it) starts. */
function lineAt(root: Node | null, path: PropertyKey[], key: string | undefined, counter: LineCounter): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const part of key === undefined ? path : [...path, key]) {
    const next = childOf(node, part)
    if (!next) break
    offset = next.offset
    node = next.value
  }
  return counter.linePos(offset).line
}

/** A member with the offset of its key (in a mapping) or of itself (in a list). */
function childOf(node: unknown, part: PropertyKey): { value: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part))
    return pair && isScalar(pair.key) ? { value: pair.value, offset: pair.key.range?.[0] ?? 0 } : null
  }
  const items: unknown[] = typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items) ? node.items : []
  const item = items[Number(part)]
  return isNode(item) ? { value: item, offset: item.range?.[0] ?? 0 } : null
}
