import { basename, dirname } from 'node:path'

/** How the Hub's own cache lays out a model: `models--Qwen--Qwen3-8B/snapshots/<commit>/tokenizer.json`. */
const HUB_CACHE = /^models--(?:.+--)?(?<model>.+)$/

/** A tokenizer's name: the file's own without `.json`, or for a `tokenizer.json` the model's, which is its folder's. */
export function tokenizerName(path: string): string {
  const name = basename(path).replace(/\.json$/i, '')
  if (name.toLowerCase() !== 'tokenizer') return name
  const folder = dirname(path)
  const isSnapshot = basename(dirname(folder)) === 'snapshots'
  const cached = isSnapshot ? HUB_CACHE.exec(basename(dirname(dirname(folder))))?.groups?.model : undefined
  return cached ?? (basename(folder) || name)
}
