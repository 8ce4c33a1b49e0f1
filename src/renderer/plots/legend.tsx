import { fitText, labelText, textWidth } from './label-text.ts'
import type { GroupLook } from './types.ts'

/** Height of one line of a legend, px. */
export const LEGEND_LINE = 16

const SIZE = 11
const SWATCH = 20
const GAP = 14
const LABEL = 150

/** One entry laid out; `x` is where its swatch begins. */
interface Entry {
  look: GroupLook
  text: string
  x: number
  line: number
}

/** Entries from left to right, breaking into lines where the width ends. */
export function layLegend(looks: readonly GroupLook[], width: number): { entries: Entry[]; height: number } {
  let x = 0
  let line = 0
  const entries = looks.map((look) => {
    const text = fitText(labelText(look.label), Math.min(LABEL, width - SWATCH - 16), SIZE)
    const wide = SWATCH + 14 + textWidth(text, SIZE)
    if (x > 0 && x + wide > width) {
      x = 0
      line += 1
    }
    const entry = { look, text, x, line }
    x += wide + GAP
    return entry
  })
  return { entries, height: entries.length === 0 ? 0 : (line + 1) * LEGEND_LINE + 4 }
}

/** The groups by line or square, glyph and word: colour is never alone. */
export function Legend({ entries, left, top, kind }: { entries: readonly Entry[]; left: number; top: number; kind: 'line' | 'square' }) {
  return (
    <g>
      {entries.map(({ look, text, x, line }) => (
        <g key={look.key} transform={`translate(${left + x} ${top + line * LEGEND_LINE + 8})`}>
          {kind === 'line' ? (
            <path d="M0 0h16" className="plot-line" stroke={look.color} strokeDasharray={look.dash} />
          ) : (
            <rect x={4} y={-5} width={10} height={10} rx={2} fill={look.color} />
          )}
          <text x={SWATCH} y={4} className="plot-glyph" fill={look.color}>
            {look.glyph}
          </text>
          <text x={SWATCH + 13} y={4} className="plot-word">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}
