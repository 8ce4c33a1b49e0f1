import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isJsonObject, type Json, type JsonObject } from '#record'

/** One line of a card's `configs:`: files that make up a split. */
export interface CardSplit {
  config: string
  split: string
  /** Glob, relative to the folder. */
  pattern: string
}

/** Cards of datasets with hundreds of configs are below a tenth of it (UTF-16 units); parsing YAML takes a second a megabyte. */
const MOST_FRONT = 2_000_000
/** Longer patterns are no paths. */
const MOST_PATTERN = 4096

/** Reads the card of a folder, its `README.md`; see {@link parseCard}. */
export async function readCard(folder: string): Promise<CardSplit[]> {
  return parseCard(await readFile(join(folder, 'README.md'), 'utf8').catch(() => ''))
}

/**
 * Takes `configs:` from the front matter of a dataset card. A missing, malformed or foreign card gives an empty list: the card is a help and
 * never a condition.
 */
export function parseCard(text: string): CardSplit[] {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1]
  if (front === undefined || front.length > MOST_FRONT) return []
  try {
    const card = parse(front, { maxAliasCount: 100 }) as Json
    const configs = isJsonObject(card) ? card.configs : undefined
    return Array.isArray(configs) ? configs.filter(isJsonObject).flatMap(splitsOf) : []
  } catch {
    return []
  }
}

/** The Hub allows `data_files` as a pattern, a list of patterns, a list of {split, path} and a mapping from split to path. */
function splitsOf(config: JsonObject): CardSplit[] {
  const name = nameOf(config.config_name) ?? 'default'
  const { data_files: files, data_dir: folder } = config
  const entry = (split: string, pattern: string): CardSplit => ({ config: name, split, pattern: pattern.replace(/^\.?\//, '') })
  if (isJsonObject(files)) return Object.entries(files).flatMap(([split, path]) => patterns(path).map((pattern) => entry(split, pattern)))
  if (files === undefined) return typeof folder === 'string' ? [entry('train', `${folder.replace(/\/$/, '')}/**`)] : []
  const items = Array.isArray(files) ? files : [files]
  return items.flatMap((item) => {
    if (!isJsonObject(item)) return patterns(item).map((pattern) => entry('train', pattern))
    return patterns(item.path).map((pattern) => entry(nameOf(item.split) ?? 'train', pattern))
  })
}

function patterns(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item.length <= MOST_PATTERN)
}

/** YAML reads `v1.0` as text and `1.0` as a number; both are names here. */
function nameOf(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
