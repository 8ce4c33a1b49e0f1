const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** A number with its thousands separated and at most two decimals. */
export function formatNumber(value: number): string {
  return GROUPED.format(value)
}

/** A number with its noun: "1 row", "2,000 rows". */
export function counted(value: number, noun: string): string {
  return `${formatNumber(value)} ${noun}${value === 1 ? '' : 's'}`
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** Bytes in powers of a thousand: "1.2 MB". */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]}`
}
