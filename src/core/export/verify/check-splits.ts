import { type IndexLine, ROW_INDEX } from './index-line.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Problems } from './problems.ts'

/** Looks for what is in two splits: an instance, or the very bytes of a row. */
export function checkSplits(index: readonly IndexLine[], { plan }: Pick<Manifest, 'plan'>, problems: Problems): void {
  const isDivided = plan.splits !== null && plan.splits !== undefined
  const splits = { instance: new Map<string, string>(), content: new Map<string, string>() }
  const told = new Set<string>()
  for (const { split, instance_id, content_hashes, ids } of index) {
    if ((split !== null) !== isDivided) {
      problems.add(
        'split',
        ROW_INDEX,
        `${ids.join(' over ')} is ${split === null ? 'in no split' : `in ${split}`}, and the plan ${isDivided ? 'has' : 'has no'} splits.`,
      )
    }
    if (split === null) continue
    const keys = [
      ...(instance_id === null ? [] : [['instance', instance_id] as const]),
      ...content_hashes.map((hash) => ['content', hash] as const),
    ]
    for (const [by, key] of keys) {
      const first: string = splits[by].get(key) ?? split
      splits[by].set(key, first)
      if (first === split || told.has(key)) continue
      told.add(key)
      problems.add(
        'split',
        ROW_INDEX,
        `${by === 'instance' ? `Instance ${key}` : `Content ${key.slice(0, 12)}…`} is in ${first} and in ${split}: one leaks into the other.`,
      )
    }
  }
}
