import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'

/** One line of `git apply --numstat`; counts are null for binary files. */
export interface Numstat {
  additions: number | null
  deletions: number | null
  path: string
}

/** False where git is not installed; then tests that need it say so. */
export const hasGit = spawnSync('git', ['--version']).status === 0

/** What git counts in a patch, or null where git refuses it. Run outside any repository, so that no path is filtered. */
export function gitNumstat(patch: string): Numstat[] | null {
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir(), GIT_DIR: '/nowhere', LC_ALL: 'C' }
  const run = spawnSync('git', ['apply', '--numstat', '-z', '-'], { input: patch, cwd: tmpdir(), env, maxBuffer: 1 << 28 })
  if (run.status !== 0) return null
  return run.stdout.toString('utf8').split('\0').filter(Boolean).map(readLine)
}

function readLine(line: string): Numstat {
  const [added = '', deleted = '', ...path] = line.split('\t')
  return { additions: countOf(added), deletions: countOf(deleted), path: path.join('\t') }
}

function countOf(text: string): number | null {
  return text === '-' ? null : Number(text)
}
