import { fitText, labelText, textWidth } from './label-text.ts'
import { pointPath } from './point-path.ts'
import type { GroupLook } from './types.ts'

/** Height of one line of a legend, px. */
export const LEGEND_LINE = 16

const SIZE = 11
const SWATCH = 22
const GAP = 12
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

/** What a group is drawn as in the plot below. */
type Kind = 'line' | 'square' | 'point'

/** The groups by line or square, glyph and word: colour is never alone. */
export function Legend({ entries, left, top, kind }: { entries: readonly Entry[]; left: number; top: number; kind: Kind }) {
  return (
    <g>
      {entries.map(({ look, text, x, line }) => (
        <g key={look.key} transform={`translate(${left + x} ${top + line * LEGEND_LINE + 8})`}>
          <Swatch look={look} kind={kind} />
          <text x={SWATCH} y={4} className="plot-glyph" fill={look.color}>
            {look.glyph}
          </text>
          <text x={SWATCH + 14} y={4} className="plot-word">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

function Swatch({ look, kind }: { look: GroupLook; kind: Kind }) {
  if (kind === 'line') return <path d="M0 0h17" className="plot-line" stroke={look.color} strokeDasharray={look.dash} />
  if (kind === 'point') return <path d={pointPath(look.glyph, 11, 0)} fill={look.color} />
  return <rect x={6} y={-5} width={10} height={10} rx={2} fill={look.color} />
}
