import { MOST_WINDOWS } from './choices.ts'

/** The context windows that are always told, in tokens. */
export const USUAL_WINDOWS: readonly number[] = [8_192, 16_384, 32_768, 65_536, 131_072]

/** A window as people say it: 32k for 32,768, 1M for 1,048,576; all others to the token, since 40k is not 40,000. */
export function windowWord(tokens: number): string {
  if (tokens % 1_048_576 === 0) return `${tokens / 1_048_576}M`
  return tokens % 1_024 === 0 ? `${tokens / 1_024}k` : tokens.toLocaleString('en')
}

const LARGEST = 100_000_000
const POWERS: Record<string, number> = { '': 1, k: 1_024, m: 1_048_576 }

/**
 * A window as typed: `40000`, `40,000`, `48k` (48 x 1,024, as model cards mean it), `1m`. Null for what is no whole number of tokens from
 * 1 to 100 million.
 */
export function readWindow(typed: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)\s*(k|m|)$/i.exec(typed.replaceAll(/[,_\s]/g, ''))
  const power = POWERS[match?.[2]?.toLowerCase() ?? ''] ?? 1
  const tokens = Number(match?.[1] ?? Number.NaN) * power
  return Number.isInteger(tokens) && tokens >= 1 && tokens <= LARGEST ? tokens : null
}

/** The usual windows and a person's own, each once, the smallest first. */
export function allWindows(own: readonly number[]): number[] {
  return [...new Set([...USUAL_WINDOWS, ...own])].sort((a, b) => a - b)
}

/** What is wrong with a window as typed beside those there are; null when nothing is. */
export function windowError(typed: string, own: readonly number[]): string | null {
  const tokens = readWindow(typed)
  if (tokens === null) return 'Tokens as a whole number, such as 40000 or 48k.'
  if (allWindows(own).includes(tokens)) return `${windowWord(tokens)} is there already.`
  return own.length >= MOST_WINDOWS ? `At most ${MOST_WINDOWS} of your own: take one away first.` : null
}
