import { applySgr, classesOf, PLAIN, type Sgr } from './sgr.ts'

/** A run of text drawn alike, or a control character made visible. */
export type Segment =
  | { kind: 'text'; text: string; classes: string }
  /** `label` is drawn, `name` says what stood there. */
  | { kind: 'mark'; label: string; name: string }

const NAMES: Record<number, string> = {
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x061c: 'Arabic letter mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0x200b: 'zero width space',
  0x2060: 'word joiner',
  0xfeff: 'byte order mark',
  0x00ad: 'soft hyphen',
  0x2028: 'line separator',
  0x2029: 'paragraph separator',
}

/** Short names of the C0 controls, in order (ECMA-48). */
const CONTROLS = 'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
  ' ',
)

/**
 * What must not reach the screen as it is: escape sequences (CSI, OSC and the like), C0 and C1 controls but tab and line feed,
 * bidirectional controls, invisible characters, and halves of a surrogate pair. Built from text so that the source stays readable.
 */
const SPECIAL = new RegExp(
  [
    '\\u001b\\[[0-9;:?<=>]{0,64}[ -/]{0,4}[@-~]',
    '\\u001b\\][^\\u0007\\u001b]{0,256}(?:\\u0007|\\u001b\\\\)',
    '\\r\\n',
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
)

/**
 * Splits outside text into what is drawn: terminal colours become classes, every other escape, control or invisible character a
 * visible mark. CR LF is one line feed. Joined back, the text of all segments is the text without its colour codes.
 */
export function splitText(text: string): Segment[] {
  const segments: Segment[] = []
  let state = PLAIN
  let from = 0
  const flush = (to: number): void => {
    if (to > from) pushText(segments, text.slice(from, to), state)
  }
  for (const match of text.matchAll(SPECIAL)) {
    flush(match.index)
    from = match.index + match[0].length
    state = take(segments, match[0], state)
  }
  flush(text.length)
  return segments
}

/** The text with every mark written out between angle brackets: for places that take a plain string, such as tooltips. */
export function visibleText(text: string): string {
  return splitText(text)
    .map((segment) => (segment.kind === 'text' ? segment.text : `⟨${segment.label}⟩`))
    .join('')
}

function take(segments: Segment[], found: string, state: Sgr): Sgr {
  if (found === '\r\n') pushText(segments, '\n', state)
  else if (found.length > 2 && found[1] === '[' && found.endsWith('m') && /^[0-9;:]*$/.test(found.slice(2, -1))) {
    return applySgr(state, found.slice(2, -1))
  } else segments.push(markOf(found))
  return state
}

function pushText(segments: Segment[], text: string, state: Sgr): void {
  const classes = classesOf(state)
  const last = segments.at(-1)
  if (last?.kind === 'text' && last.classes === classes) last.text += text
  else segments.push({ kind: 'text', text, classes })
}

function markOf(found: string): Segment {
  const code = found.charCodeAt(0)
  if (code === 0x1b && found.length > 1) return { kind: 'mark', label: `ESC${visible(found.slice(1))}`, name: 'terminal escape sequence' }
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  if (code >= 0xd800 && code <= 0xdfff) return { kind: 'mark', label: point, name: 'half of a surrogate pair' }
  if (code < 0x20) return { kind: 'mark', label: CONTROLS[code] ?? point, name: `control character ${point}` }
  return { kind: 'mark', label: point, name: NAMES[code] ?? 'control character' }
}

/** The rest of an escape sequence, shortened, with nothing in it that draws. */
function visible(text: string): string {
  const short = text.length > 24 ? `${text.slice(0, 24)}…` : text
  return Array.from(short, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || NAMES[code] !== undefined ? '·' : character
  }).join('')
}
