/** Bytes in a gigabyte, decimal as all sizes here. */
const GB = 1_000_000_000

/** Bytes as gigabytes to type: "20", "0.5". */
export function gigabytesOf(bytes: number): string {
  return String(Number((bytes / GB).toFixed(3)))
}

/** Whole bytes of gigabytes as typed; null for what is no amount from 0 to a million. */
export function bytesOfGigabytes(typed: string): number | null {
  const words = typed.trim().replace(',', '.')
  if (!/^\d{1,7}(\.\d{0,6})?$/.test(words)) return null
  const bytes = Math.round(Number(words) * GB)
  return bytes <= 1_000_000 * GB ? bytes : null
}
