import { type ParsedScript, parse } from 'unbash'

/** Longer scripts are nearly all here-document; the rest of them is not looked at. */
const MAX_LENGTH = 1_000_000

/** About a second of parsing. */
const MAX_WORK = 40_000_000

/** A shell script as a syntax tree. */
export interface ParsedShell {
  /** What was parsed: the script without carriage returns, cut at a million units. The tree's positions are into it. */
  source: string
  /** What the parser made of it, also where it complains; null when it cannot hold the script. */
  tree: ParsedScript | null
  /** Why the tree is not the whole truth; null when it is. */
  problem: ShellProblem | null
  /** The offset in the script as it was given, for one into `source`. */
  original(offset: number): number
}

/** Why a script was not parsed, or not to its end. */
export interface ShellProblem {
  kind: 'syntax' | 'too long' | 'too costly'
  reason: string
}

/** Parses scripts; a script parsed before may be given again. */
export type ShellParser = (script: string) => ParsedShell

/** Parses a shell script. Never throws. */
export function parseShell(script: string): ParsedShell {
  const source = script.slice(0, MAX_LENGTH).replaceAll('\r', '')
  const original = originalOf(script, source)
  if (isCostly(source)) return { source, tree: null, problem: { kind: 'too costly', reason: 'too many nested openers' }, original }
  try {
    const tree = parse(source)
    return { source, tree, problem: problemOf(script, tree), original }
  } catch (error) {
    return { source, tree: null, problem: { kind: 'syntax', reason: error instanceof Error ? error.message : String(error) }, original }
  }
}

/** A parser that remembers: a script that is run again, or that several measures ask about, is parsed once. */
export function rememberingParser(): ShellParser {
  const known = new Map<string, ParsedShell>()
  return (script) => {
    const parsed = known.get(script) ?? parseShell(script)
    known.set(script, parsed)
    return parsed
  }
}

/** The parser reads what is inside an opener again at every level, and unclosed ones to the end: openers times length bounds its work. */
function isCostly(script: string): boolean {
  let openers = 0
  for (const _ of script.matchAll(/\$[({]|[<>]\(|<<|`/g)) openers += 1
  return openers * script.length > MAX_WORK
}

function problemOf(script: string, tree: ParsedScript): ShellProblem | null {
  if (script.length > MAX_LENGTH) return { kind: 'too long', reason: `${script.length} characters, ${MAX_LENGTH} were looked at` }
  const [error] = tree.errors ?? []
  return error ? { kind: 'syntax', reason: error.message } : null
}

function originalOf(script: string, source: string): (offset: number) => number {
  if (source.length === Math.min(script.length, MAX_LENGTH)) return (offset) => offset
  const kept: number[] = []
  for (let at = 0; kept.length <= source.length && at < script.length; at += 1) if (script[at] !== '\r') kept.push(at)
  return (offset) => kept[offset] ?? script.length
}
