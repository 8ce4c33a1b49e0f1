/** Colours and weight of a terminal's text: class names of `example.css`, never inline styles made of outside text. */
export interface Sgr {
  /** 0 to 15, or null for the text's own colour. */
  foreground: number | null
  background: number | null
  bold: boolean
  dim: boolean
  italic: boolean
  underline: boolean
  inverse: boolean
}

/** Text without any attribute. */
export const PLAIN: Sgr = { foreground: null, background: null, bold: false, dim: false, italic: false, underline: false, inverse: false }

const FLAGS: Record<number, Partial<Sgr>> = {
  0: PLAIN,
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  39: { foreground: null },
  49: { background: null },
}

/** Applies the parameters of one `ESC [ ... m` (ECMA-48 8.3.117). Unknown ones change nothing. */
export function applySgr(state: Sgr, parameters: string): Sgr {
  const codes = parameters.split(/[;:]/).map((part) => (part === '' ? 0 : Number(part)))
  let next = state
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0
    if (code !== 38 && code !== 48) {
      next = { ...next, ...FLAGS[code], ...colour(code) }
      continue
    }
    const extended = extendedColour(codes, i)
    next = { ...next, ...(code === 38 ? { foreground: extended.colour } : { background: extended.colour }) }
    i = extended.last
  }
  return next
}

function colour(code: number): Partial<Sgr> {
  if (code >= 30 && code <= 37) return { foreground: code - 30 }
  if (code >= 40 && code <= 47) return { background: code - 40 }
  if (code >= 90 && code <= 97) return { foreground: code - 82 }
  if (code >= 100 && code <= 107) return { background: code - 92 }
  return {}
}

/** `38;5;n` keeps the sixteen named colours; the 256-colour cube and true colour fall to the nearest of them. */
function extendedColour(codes: number[], at: number): { colour: number | null; last: number } {
  if (codes[at + 1] === 5) return { colour: fromPalette(codes[at + 2] ?? 0), last: at + 2 }
  if (codes[at + 1] === 2) return { colour: nearest(codes[at + 2] ?? 0, codes[at + 3] ?? 0, codes[at + 4] ?? 0), last: at + 4 }
  return { colour: null, last: at + 1 }
}

function fromPalette(n: number): number | null {
  if (n < 16) return n
  if (n >= 232) return n < 244 ? 8 : 7
  const cube = n - 16
  return nearest(Math.floor(cube / 36) * 51, (Math.floor(cube / 6) % 6) * 51, (cube % 6) * 51)
}

function nearest(red: number, green: number, blue: number): number | null {
  const base = (red > 95 ? 1 : 0) + (green > 95 ? 2 : 0) + (blue > 95 ? 4 : 0)
  return Number.isFinite(base) ? base + (Math.max(red, green, blue) > 200 ? 8 : 0) : null
}

/** The classes of a state, '' for plain text. */
export function classesOf(state: Sgr): string {
  const names: string[] = []
  const [front, back] = state.inverse ? [state.background, state.foreground] : [state.foreground, state.background]
  if (front !== null) names.push(`ansi-${front}`)
  if (back !== null) names.push(`ansi-bg-${back}`)
  if (state.inverse && front === null && back === null) names.push('ansi-inverse')
  for (const flag of ['bold', 'dim', 'italic', 'underline'] as const) if (state[flag]) names.push(`ansi-${flag}`)
  return names.join(' ')
}
