/** A colour every SVG reader knows: '#rrggbb' and its opacity, 0 to 1. */
export interface PlainColor {
  color: string
  opacity: number
}

/** A computed CSS colour, `rgb(…)`, `rgba(…)` or `color(srgb …)` (what color-mix computes to), made plain. Null for 'none' and anything else. */
export function plainColor(css: string): PlainColor | null {
  const mixed = /^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.e+-]+))?\)$/.exec(css)
  if (mixed)
    return plain(
      [mixed[1], mixed[2], mixed[3]].map((part) => Number(part) * 255),
      mixed[4],
    )
  const old = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)(?:[ ,/]+([\d.]+))?\)$/.exec(css)
  return old ? plain([old[1], old[2], old[3]].map(Number), old[4]) : null
}

function plain(parts: number[], opacity: string | undefined): PlainColor {
  const hex = parts.map((part) =>
    Math.max(0, Math.min(255, Math.round(part)))
      .toString(16)
      .padStart(2, '0'),
  )
  return { color: `#${hex.join('')}`, opacity: opacity === undefined ? 1 : Number(opacity) }
}
