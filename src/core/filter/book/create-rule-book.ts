import { type Fault, FaultError } from '#record'
import type { BenchmarkList, Rule, RuleBook, RuleColumn } from '../types.ts'
import type { KnownCheck } from './check-rule.ts'
import { type PackFile, parsePack } from './parse-pack.ts'

/** What a book is made of. */
export interface BookParts {
  /** Those that ship first: the ids of theirs cannot be taken. */
  packs: readonly PackFile[]
  columns: readonly RuleColumn[]
  groups: readonly RuleColumn[]
  checks: readonly KnownCheck[]
  lists: readonly BenchmarkList[]
  /** What was wrong before: files that could not be read. */
  faults?: readonly Fault[]
}

/** Reads rule packs into a book. Never throws for what is in a pack: that is told among the book's faults. */
export function createRuleBook({ packs, columns, groups, checks, lists, faults: before = [] }: BookParts): RuleBook {
  const rules = new Map<string, Rule>()
  const faults = [...before]
  for (const pack of packs) {
    const taken = new Map([...rules.values()].map((rule) => [rule.id, rule.pack]))
    try {
      const read = parsePack(pack, { book: { columns, groups, lists }, checks, taken })
      for (const rule of read.rules) rules.set(rule.id, rule)
      if (read.fault) faults.push(read.fault.fault)
    } catch (error) {
      if (!(error instanceof FaultError)) throw error
      faults.push(error.fault)
    }
  }
  return { rules: [...rules.values()], find: (id) => rules.get(id), lists, columns, groups, faults }
}
