import type { PathParts } from './path-parts.ts'

/** What agents and tools keep for themselves. */
const FOLDERS = new Set(['.openhands', '.claude', '.aider', '.cursor'])

/** What `patch`, editors and merges leave behind. */
const LEFTOVERS = new Set(['orig', 'rej', 'bak', 'swp', 'swo', 'tmp'])

const SCRIPTS = new Set(['py', 'js', 'mjs', 'cjs', 'ts', 'go', 'rs', 'java', 'php', 'c', 'cc', 'cpp', 'sh'])

/** Names of scripts written to see a bug, in whatever folder. */
const REPRODUCTION = /^(?:reproduce|reproduction|repro)(?:[._-]|$)|[._-](?:repro|reproduce|reproduction)\./

/** Names that are a script's left behind at the root, and may be anything in a folder. `x_test` is not among them: Go's tests lie beside the code. */
const AT_ROOT =
  /^(?:test|debug|verify|verification|check|demo|simple|quick|final|minimal|manual|temp|tmp|scratch|try)(?:[._-]|$)|[._-](?:debug|demo|final|fixed|backup|old|tmp|temp)\./

/** Reports to the user that became files: FIX_SUMMARY.md. */
const REPORT = /(?:^|[._-])(?:summary|report|explanation)\.(?:md|txt)$/

/** Whether a file that a patch adds looks like a helper the agent forgot to delete: a reproduction, a check at the repository's root, a leftover. */
export function isScratchPath({ folders, base, extension }: PathParts): boolean {
  const name = base.toLowerCase()
  if (LEFTOVERS.has(extension) || name.endsWith('~') || folders.some((folder) => FOLDERS.has(folder))) return true
  if (SCRIPTS.has(extension) && REPRODUCTION.test(name)) return true
  if (folders.length > 0) return false
  return SCRIPTS.has(extension) ? AT_ROOT.test(name) : REPORT.test(name)
}
