import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { RowGroupPlace } from '#source'

/** Row groups of one file, in order. */
export interface FileGroups {
  path: string
  groups: readonly RowGroupPlace[]
}

/** A row a sample may hold. */
export interface RowPlace {
  path: string
  row: number
}

/** Row groups a cluster sample draws from at a time. */
const CLUSTERS = 16

/** Hex digits that put a thing in its place among others, the same on any machine. */
function rankOf(seed: number, path: string, number: number): string {
  return createHash('sha256').update(`${seed}\n${path}\n${number}`).digest('hex')
}

interface Ranked<Item> {
  item: Item
  rank: string
}

function inOrder<Item>(ranked: Ranked<Item>[]): Item[] {
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ item }) => item)
}

function byRank<Item>(items: readonly Item[], rank: (item: Item) => string): Item[] {
  return inOrder(items.map((item) => ({ item, rank: rank(item) })))
}

/**
 * Every row of a combination in the order a seeded sample takes them; the first N are the sample of N.
 *
 * Where single rows can be fetched (every group has pages) it is a simple random sample: by sha256 of seed, file and row. Elsewhere a plain sample would
 * fetch nearly every row group of the corpus, so it is a cluster sample: row groups are ranked by sha256 of seed, file and group and taken in
 * turn from every file; of the first 16 each gives its rows in turn, by sha256 of seed, file and row, then the next 16 follow.
 */
export async function sampleOrder(files: readonly FileGroups[], seed: number): Promise<Iterator<RowPlace>> {
  const hasPages = files.every(({ groups }) => groups.every((group) => group.hasPages))
  return hasPages ? (await rowOrder(files, seed)).values() : clusterOrder(files, seed)
}

async function rowOrder(files: readonly FileGroups[], seed: number): Promise<RowPlace[]> {
  const ranked: Ranked<RowPlace>[] = []
  for (const { path, groups } of files) {
    for (const group of groups) for (const item of rowsOf(path, group)) ranked.push({ item, rank: rankOf(seed, path, item.row) })
    // Half a million hashes are a second: screens go on in between.
    await setImmediate()
  }
  return inOrder(ranked)
}

function* clusterOrder(files: readonly FileGroups[], seed: number): Generator<RowPlace> {
  const groups = groupOrder(files, seed)
  for (let at = 0; at < groups.length; at += CLUSTERS) {
    const clusters = groups.slice(at, at + CLUSTERS)
    yield* inTurn(clusters.map(({ path, group }) => byRank(rowsOf(path, group), ({ row }) => rankOf(seed, path, row))))
  }
}

function rowsOf(path: string, { start, end }: RowGroupPlace): RowPlace[] {
  return Array.from({ length: end - start }, (_, n) => ({ path, row: start + n }))
}

/** Groups by rank, one of every file before a second of any; files in the order of their best group. */
function groupOrder(files: readonly FileGroups[], seed: number): { path: string; group: RowGroupPlace }[] {
  const rank = (path: string, group: RowGroupPlace): string => rankOf(seed, `${path}\ngroup`, group.group)
  const ranked = files
    .filter(({ groups }) => groups.length > 0)
    .map(({ path, groups }) => byRank(groups, (group) => rank(path, group)).map((group) => ({ path, group })))
  return [...inTurn(byRank(ranked, ([best]) => (best ? rank(best.path, best.group) : '')))]
}

/** The first of every list, then the second of every list, and so on. */
function* inTurn<Item>(lists: readonly (readonly Item[])[]): Generator<Item> {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  for (let n = 0; n < longest; n++) {
    for (const list of lists) {
      const item = list[n]
      if (item !== undefined) yield item
    }
  }
}
