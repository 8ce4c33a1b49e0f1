import type { Combination } from './corpus-options.ts'

/** The README of a corpus: a config for each harness, a split for each of its teachers. */
export function corpusCard(combinations: readonly Combination[]): string {
  const harnesses = [...new Set(combinations.map(({ harness }) => harness))]
  const splitsOf = (harness: string) => combinations.filter((one) => one.harness === harness).map(splitLines)
  const configs = harnesses.map((harness) => `- config_name: ${harness}\n  data_files:\n${splitsOf(harness).join('')}`)
  return `---\nlicense: cc-by-4.0\nconfigs:\n${configs.join('')}---\n\nMade up for benchmarks.\n`
}

function splitLines({ harness, model }: Combination): string {
  return `  - split: ${model}\n    path: data/${harness}/${model}/swe/train-*.parquet\n`
}
