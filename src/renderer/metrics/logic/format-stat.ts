/** A statistic as its table shows it: whole from a thousand on, one digit behind the point from ten on, below that three; a dash for none. */
export function formatStat(value: string | number | null): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  const size = Math.abs(value)
  const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 10 ? 1 : 3
  return value.toLocaleString('en', { maximumFractionDigits: digits })
}
