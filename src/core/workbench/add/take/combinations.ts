import type { SourceFile } from '#source'

/** Files of one config and split together: what `--take N` counts by. */
export interface Combination {
  config: string | null
  split: string | null
  files: SourceFile[]
}

/** The combinations of a source in the order of their first files. */
export function combinationsOf(files: readonly SourceFile[]): Combination[] {
  const byName = new Map<string, Combination>()
  for (const file of files) {
    const { config, split } = file
    const name = JSON.stringify([config, split])
    const known = byName.get(name) ?? { config, split, files: [] }
    known.files.push(file)
    byName.set(name, known)
  }
  return [...byName.values()]
}

/** How a person reads a combination's name. */
export function nameOf({ config, split }: Pick<Combination, 'config' | 'split'>): string {
  return [config, split].filter((part) => part !== null).join(' / ') || 'the source'
}
