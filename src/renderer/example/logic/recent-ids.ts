/** The ids used last, the newest first, at most `most`: `used` come to the front in their order. */
export function recentIds(before: readonly string[], used: readonly string[], most: number): string[] {
  return [...new Set([...used, ...before])].slice(0, most)
}
