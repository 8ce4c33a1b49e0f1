import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { ExampleRow } from '#record'
import { isolatedEnv } from './winnow-server.ts'

const WINNOW = resolve(import.meta.dirname, '../../out/main/winnow.js')
const MOST_OUTPUT = 256 * 1024 * 1024

/** A row as `winnow list --json` and `show --json` print it: what these tests read of it. */
export interface ListedRow {
  id: string
  instance_id: string
  repo: string
  language: string
  harness: string
  resolved: 1 | 0 | -1
  traj_tokens: number
  n_messages: number
  failed_calls: number
  edits: number
  test_runs: number
  diff_files: number
  git_used: number
  verdict: ExampleRow['verdict']
  decision: ExampleRow['decision']
}

/** Runs the built command line on the workspace below `folder` and gives the JSON it prints. Rejects when it fails. */
export async function runWinnow<Answer>(folder: string, ...args: string[]): Promise<Answer> {
  const whole = [WINNOW, '--json', '--workspace', join(folder, 'workspace'), ...args]
  const { stdout } = await promisify(execFile)(process.execPath, whole, { cwd: folder, env: isolatedEnv(folder), maxBuffer: MOST_OUTPUT })
  return JSON.parse(stdout) as Answer
}
