/** The line numbers, from 1, that a recipe's fault speaks of: "recipe, line 7: ...". */
export function faultLines(message: string): number[] {
  return [...message.matchAll(/\bline (\d+)\b/g)].map((match) => Number(match[1]))
}
