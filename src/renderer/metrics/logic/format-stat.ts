const formats = [0, 1, 2, 3].map((digits) => new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }))

/** A statistic as its table shows it: whole numbers as they are, others with three significant digits and never fewer than the column's neighbours of their size; a dash for none. */
export function formatStat(value: string | number | null): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  return formats[digitsOf(value)]?.format(value) ?? String(value)
}

/** Digits behind the point: none from a thousand on, one from ten on, two from one on, three below. */
function digitsOf(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) || size >= 1000) return 0
  if (size >= 10) return 1
  return size >= 1 ? 2 : 3
}
