import { z } from 'zod'
import { ledgerEntry, queueDefinition } from '#contract'
import { MOST_QUEUED } from '#record'

/**
 * A review pack is gzipped JSON Lines: a header, a line an example, a line a ledger entry, and an end that vouches for all before it. What a pack says
 * comes from somebody else: every line is checked before anything is done with it.
 */
export const PACK_FORMAT = 'winnow-pack'

/** The version written. A reader refuses others. */
export const PACK_VERSION = 1

/** Longest line read, in bytes: what the readers of sources take too. */
export const MOST_LINE_BYTES = 256 * 1024 * 1024

/** More entries than anybody made; a pack that holds more is no pack. */
export const MOST_ENTRIES = 2_000_000

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().max(1_000)
const count = z.number().int().min(0)
const textFile = z.object({ name: z.string().max(200), text: z.string().max(20_000_000) })

const recipe = z.object({ name, text: z.string().max(1_000_000), hash, rules: z.record(z.string(), z.number()) })

export const packHeader = z.object({
  format: z.literal(PACK_FORMAT),
  version: z.literal(PACK_VERSION),
  madeAt: z.string().max(40),
  /** Version of the Winnow that made it. */
  winnow: z.string().max(100),
  workspace: name,
  recipe,
  /** Recipes its entries were made under. */
  recipes: z.array(recipe.extend({ firstAt: z.string().max(40) })),
  /** The workspace's own rule packs and benchmark lists that the recipe needs. */
  rulePacks: z.array(textFile),
  benchmarks: z.array(textFile),
  /** Null without examples. */
  queue: queueDefinition.nullable(),
  sources: z.array(
    z.object({
      id: z.string().max(100),
      uri: z.string().max(4_000),
      kind: z.enum(['folder', 'file', 'glob', 'hub']),
      revision: z.string().max(1_000).nullable(),
      columnMap: z.record(z.string(), z.string()).nullable(),
    }),
  ),
  examples: count.max(MOST_QUEUED),
  /** Null when it carries no ledger. */
  ledger: z.object({ entries: count.max(MOST_ENTRIES), head: hash.nullable() }).nullable(),
})

export const packExample = z.object({
  kind: z.literal('example'),
  id: z.string().min(1).max(10_000),
  contentHash: hash,
  /** How many people must judge it. */
  needs: z.number().int().min(1).max(2),
  /** Where the row came from; `source` is one of the header's. */
  ref: z.object({ source: z.string(), revision: z.string().nullable(), file: z.string().max(4_000), row: count }),
  hints: z.object({ config: z.string().nullable(), split: z.string().nullable() }),
  /** The row, as JSON text. */
  body: z.string(),
})

export const packEntry = z.object({ kind: z.literal('entry'), entry: ledgerEntry })

export const packEnd = z.object({
  kind: z.literal('end'),
  examples: count,
  entries: count,
  /** Over every line before this one, line feeds among them. */
  sha256: hash,
})

export type PackHeader = z.infer<typeof packHeader>
export type PackExample = z.infer<typeof packExample>
export type PackSource = PackHeader['sources'][number]
