const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/** A size in decimal units: "840 B", "12.5 kB", "3.1 MB". */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(value < 100 ? 1 : 0)} ${UNITS[power]}`
}
