import type { Windows } from '#record'
import { groupWords, leftOutWords } from '../group-words.ts'
import { formatNumber } from '../number.ts'
import { percent } from '../share.ts'
import { formatTable } from '../table.ts'

/** Columns of windows that fit beside each other. */
const ABREAST = 8

/** The share that fits into each window, one line a group and measure. */
export function formatWindows(answers: readonly Windows[]): string {
  const all = answers[0]?.windows ?? []
  const slices = Array.from({ length: Math.ceil(all.length / ABREAST) }, (_, i) => [i * ABREAST, (i + 1) * ABREAST] as const)
  const tables = slices.map(([from, to]) =>
    formatTable(
      [
        { heading: 'fits into', longest: 24 },
        { heading: 'n', isNumber: true },
        ...all.slice(from, to).map((size) => ({ heading: windowWord(size), isNumber: true })),
      ],
      answers.flatMap((answer) => linesOf(answer, from, to)),
    ),
  )
  return [tables.join('\n\n'), ...leftOutWords(answers[0]?.groupsLeftOut ?? 0)].join('\n')
}

function linesOf({ measure, groups }: Windows, from: number, to: number): string[][] {
  return groups.map(({ keys, n, fits }) => [
    keys.length === 0 ? measure : `${measure} ${groupWords(keys)}`,
    formatNumber(n),
    ...fits.slice(from, to).map((count) => percent(n === 0 ? null : count / n)),
  ])
}

/** "32k" for 32,768; others in full. */
function windowWord(tokens: number): string {
  return tokens % 1024 === 0 ? `${formatNumber(tokens / 1024)}k` : formatNumber(tokens)
}
