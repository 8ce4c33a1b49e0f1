import type { StepBlock } from './step-blocks.ts'

/** The line numbers, from 1, that a recipe's fault speaks of: "recipe, line 7: ...". */
export function faultLines(message: string): number[] {
  return [...message.matchAll(/\bline (\d+)\b/g)].map((match) => Number(match[1]))
}

/** What a fault says of each step, by place; a line that lies in no step is told under the list alone. */
export function faultsByStep(message: string, blocks: readonly StepBlock[]): string[][] {
  const said: string[][] = blocks.map(() => [])
  for (const sentence of message.split('\n')) {
    const line = faultLines(sentence)[0]
    const place = line === undefined ? -1 : blocks.findIndex((block) => block.start < line && line <= block.end)
    said[place]?.push(sentence.replace(/^.{0,200}?\bline \d+: /, ''))
  }
  return said
}

/** Where a condition is wrong, from 0: its fault counts characters from 1. Null when it says no place. */
export function faultCharacter(message: string): number | null {
  const found = /\bat character (\d+)/.exec(message)
  return found ? Number(found[1]) - 1 : null
}
