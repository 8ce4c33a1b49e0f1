const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const precise = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** A count with its thousands separated: 12,400. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** A count with its noun: "1 row", "12,400 rows". `plural` defaults to the noun and an s. */
export function formatCounted(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : plural}`
}

/** A count in little room: 950, 18.4k, 2M. */
export function formatShort(value: number): string {
  return short.format(value).replace('K', 'k')
}

/** A share from 0 to 1 as "44.1 %". */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** Any measure's value: whole numbers with thousands, others with at most three digits behind the point, null as a dash. */
export function formatValue(value: number | string | boolean | null | undefined): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  return Number.isInteger(value) ? formatCount(value) : precise.format(value)
}
