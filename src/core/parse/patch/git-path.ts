const ESCAPES: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

/** A path and what stands behind it on the line. */
interface QuotedPath {
  path: string
  rest: string
}

/** Reads a C-style quoted path at the start of `text`, octal escapes being UTF-8 bytes; null when the quotes never close. */
function unquotePath(text: string): QuotedPath | null {
  const end = closingQuote(text)
  return end === -1 ? null : { path: decodeEscapes(text.slice(1, end)), rest: text.slice(end + 1) }
}

function closingQuote(text: string): number {
  let at = 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return text.startsWith('"') && at < text.length ? at : -1
}

function decodeEscapes(body: string): string {
  const parts: Buffer[] = []
  for (const [, octal, letter, plain] of body.matchAll(/\\([0-3][0-7]{2})|\\([\s\S])|([^\\]+)/g)) {
    if (octal !== undefined) parts.push(Buffer.from([Number.parseInt(octal, 8)]))
    else if (plain !== undefined) parts.push(Buffer.from(plain))
    else if (letter !== undefined) parts.push(escaped(letter))
  }
  return Buffer.concat(parts).toString('utf8')
}

function escaped(letter: string): Buffer {
  const code = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined
  return code === undefined ? Buffer.from(letter) : Buffer.from([code])
}

/** The path of a whole header field: quoted or bare, without a CR. */
export function fieldPath(field: string): string {
  const bare = withoutCr(field)
  return bare.startsWith('"') ? (unquotePath(bare)?.path ?? bare) : bare
}

/**
 * The path of a `---` or `+++` line, null for /dev/null. Git ends a bare path at a tab; plain diff writes a date behind it,
 * after a tab or (older tools) a space.
 */
export function markedPath(field: string, side: 'a' | 'b'): string | null {
  const bare = field.startsWith('"') ? field : withoutDate(field)
  const path = fieldPath(bare)
  return path === '/dev/null' ? null : withoutSide(path, side)
}

function withoutDate(field: string): string {
  const tab = field.indexOf('\t')
  const date = tab === -1 ? field.search(/ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/) : tab
  return date === -1 ? field : field.slice(0, date).trimEnd()
}

/** Both paths of a `diff --git` line; null when they cannot be told apart (then the header's other lines name them). */
export function gitLinePaths(field: string): { oldPath: string; newPath: string } | null {
  const pair = splitPair(withoutCr(field))
  return pair && { oldPath: withoutSide(pair[0], 'a'), newPath: withoutSide(pair[1], 'b') }
}

function splitPair(field: string): [string, string] | null {
  if (field.startsWith('"')) {
    const first = unquotePath(field)
    return first?.rest.startsWith(' ') ? [first.path, fieldPath(first.rest.slice(1))] : null
  }
  const quoted = field.indexOf(' "')
  if (quoted !== -1 && field.endsWith('"')) return [field.slice(0, quoted), fieldPath(field.slice(quoted + 1))]
  return splitBare(field)
}

/** Bare paths may hold spaces: the split is sure only where both sides name the same file, or there is one space. */
function splitBare(field: string): [string, string] | null {
  const middle = (field.length - 1) / 2
  if (Number.isInteger(middle) && field[middle] === ' ') {
    const [first, second] = [field.slice(0, middle), field.slice(middle + 1)]
    if (withoutSide(first, 'a') === withoutSide(second, 'b')) return [first, second]
  }
  const space = field.indexOf(' ')
  return space > 0 && space === field.lastIndexOf(' ') ? [field.slice(0, space), field.slice(space + 1)] : null
}

function withoutSide(path: string, side: 'a' | 'b'): string {
  return path.startsWith(`${side}/`) ? path.slice(2) : path
}

function withoutCr(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
