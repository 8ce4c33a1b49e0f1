import { type Example, isJsonObject, type Json } from '#record'

/** Commits, branches and tags a run may name: the base, ancestors it was shown, its own. */
export interface OwnRevisions {
  add(name: string): void
  has(revision: string): boolean
}

const MOST = 5000

/** Begins with what the row says of the base commit. */
export function ownRevisions({ metadata, extra }: Example): OwnRevisions {
  const names = new Set<string>()
  const commits: string[] = []
  const own: OwnRevisions = {
    add: (name) => {
      if (/^[0-9a-f]{7,40}$/.test(name) && commits.length < MOST) commits.push(name)
      else if (names.size < MOST) names.add(name)
    },
    has: (revision) => {
      if (names.has(revision.replace(/^refs\/(?:heads|tags)\//, ''))) return true
      const text = revision.toLowerCase()
      return /^[0-9a-f]{4,40}$/.test(text) && commits.some((commit) => commit.startsWith(text) || text.startsWith(commit))
    },
  }
  for (const fields of [metadata, extra]) for (const base of basesIn(fields)) own.add(base)
  return own
}

function basesIn(value: Json): string[] {
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, held]) => {
    if (isJsonObject(held)) return basesIn(held)
    return typeof held === 'string' && /^base_?(?:commit|sha|ref)|^environment_setup_commit$/i.test(key) && /^[0-9a-f]{7,40}$/i.test(held)
      ? [held.toLowerCase()]
      : []
  })
}

/** What a commit prints of itself, and commits at the beginning of log lines. */
const MADE = /^\[[^\]\n]{1,200} ([0-9a-f]{7,40})\]/gm
const SHOWN = /^(?:[*|/\\ ]{0,20}|<output>)(?:commit )?([0-9a-f]{7,40})(?=\s|$|<)/gm

/** Commits that an output names: those just made, and the ancestors a log of HEAD shows. */
export function commitsIn(output: string): string[] {
  const text = output.slice(0, 200_000)
  return [...text.matchAll(MADE), ...text.matchAll(SHOWN)].flatMap((match) => match[1] ?? []).slice(0, 1000)
}
