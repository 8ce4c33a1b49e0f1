import { bar, EDGE, figure, frame, INK, label, TOP, WIDTH } from './frame.ts'

/** Rows of one length. */
export interface LengthBin {
  /** Tokens: from here on, and fewer than `below`. */
  from: number
  below: number
  rows: number
}

const HEIGHT = 150

/** How long rows are: a column for every doubling of tokens, empty ones between as well. */
export function lengthPlot(title: string, line: string, bins: readonly LengthBin[]): string {
  const columns = withGaps(bins)
  const most = Math.max(1, ...columns.map(({ rows }) => rows))
  const step = (WIDTH - 2 * EDGE) / Math.max(columns.length, 1)
  const floor = TOP + 20 + HEIGHT
  const drawn = columns.map(({ from, rows }, place) => {
    const height = (rows / most) * HEIGHT
    const middle = EDGE + place * step + step / 2
    return [
      rows === 0 ? '' : bar(EDGE + place * step + 2, floor - height, step - 4, height, INK.accent),
      rows === 0 ? '' : label(middle, floor - height - 6, figure(rows), { anchor: 'middle' }),
      label(middle, floor + 18, short(from), { anchor: 'middle', fill: INK.muted }),
    ].join('')
  })
  const base = `<line x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${floor}" y2="${floor}" stroke="${INK.line}"/>`
  return frame(title, line, floor + 32, [...drawn, base].join('\n'))
}

function withGaps(bins: readonly LengthBin[]): LengthBin[] {
  const all: LengthBin[] = []
  for (const bin of bins) {
    for (let last = all.at(-1); last && last.below < bin.from; last = all.at(-1))
      all.push({ from: last.below, below: last.below * 2, rows: 0 })
    all.push(bin)
  }
  return all
}

/** 1,024 tokens are 1k in every trainer's settings. */
function short(tokens: number): string {
  if (tokens >= 2 ** 20) return `${tokens / 2 ** 20}M`
  return tokens >= 1024 ? `${tokens / 1024}k` : String(tokens)
}
