import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BenchmarkList, createRuleBook, type PackFile, parseBenchmarkList, type RuleBook } from '#filter'
import { CHECKS } from '#measure'
import { GROUP_COLUMNS, RULE_COLUMNS } from '../../src/core/workbench/rule-book.ts'

const RESOURCES = resolve(import.meta.dirname, '../../resources')

/** The rule packs that ship. */
export const bundledPacks: readonly PackFile[] = textsIn('rules', '.yaml').map((file) => ({ ...file, isBundled: true }))

/** The benchmark lists that ship. */
export const bundledLists: readonly BenchmarkList[] = textsIn('benchmarks', '.txt').map(({ name, text }) => parseBenchmarkList(text, name))

/** The rules that ship, with other packs behind them, and with these lists instead. */
export function bookWith(own: readonly { name: string; text: string }[] = [], lists: readonly BenchmarkList[] = bundledLists): RuleBook {
  const packs = [...bundledPacks, ...own.map((pack) => ({ ...pack, isBundled: false }))]
  return createRuleBook({ packs, columns: RULE_COLUMNS, groups: GROUP_COLUMNS, checks: CHECKS, lists })
}

/** The rules that ship. */
export const bundledBook: RuleBook = bookWith()

function textsIn(folder: string, ending: string): { name: string; text: string }[] {
  return readdirSync(join(RESOURCES, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(RESOURCES, folder, name), 'utf8') }))
}
