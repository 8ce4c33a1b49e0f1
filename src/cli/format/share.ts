import type { Share } from '#record'

/** "44.1 %"; empty for a share of nothing. */
export function percent(rate: number | null): string {
  return rate === null ? '' : `${(rate * 100).toFixed(1)} %`
}

/** The 95 % interval of a share: "42.0 – 46.2 %"; empty for a share of nothing. */
export function intervalWords({ low, high }: Share): string {
  return low === null || high === null ? '' : `${(low * 100).toFixed(1)} – ${(high * 100).toFixed(1)} %`
}
