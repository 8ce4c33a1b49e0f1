import type { Density } from '#record'
import { groupWords } from '../group-words.ts'
import { formatNumber } from '../number.ts'

const SHADES = ['·', '░', '▒', '▓', '█']
const WIDTH = 64
const HEIGHT = 12

/** All groups in one picture of shades, darker for more; then how many each has. */
export function formatDensity({ x, y, n, columns, rows, groups }: Density): string {
  if (n === 0) return 'nothing measured'
  const cells = Array.from({ length: HEIGHT * WIDTH }, () => 0)
  for (const [place, count] of groups.flatMap((group) => group.cells)) {
    const row = Math.floor((Math.floor(place / columns) * HEIGHT) / rows)
    const at = row * WIDTH + Math.floor(((place % columns) * WIDTH) / columns)
    cells[at] = (cells[at] ?? 0) + count
  }
  const top = Math.log1p(Math.max(...cells))
  const lines = Array.from({ length: HEIGHT }, (_, line) => {
    const from = (HEIGHT - 1 - line) * WIDTH
    return `  ${cells
      .slice(from, from + WIDTH)
      .map((count) => shadeOf(count, top))
      .join('')}`
  })
  return [
    `${y.measure} up to ${formatNumber(Math.round(y.max))}${y.isLog ? ' (log)' : ''}`,
    ...lines,
    `  ${x.measure} from ${formatNumber(x.min)} to ${formatNumber(x.max)}${x.isLog ? ' (log)' : ''}`,
    groups.map((group) => `${groupWords(group.keys)} ${formatNumber(group.n)}`).join(', '),
  ].join('\n')
}

function shadeOf(count: number, top: number): string {
  return count === 0 ? ' ' : (SHADES[Math.min(4, Math.floor((Math.log1p(count) / top) * 5))] ?? '')
}
