import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hub, HubOptions, PushDone, PushFile, PushPlace, PushProgress } from '#source'
import { gitBlobId } from '../../../../support/fake-hub/git-blob-id.ts'
import { FAKE_TOKEN } from '../../../../support/fake-hub/start-fake-hub.ts'
import type { FakeHub } from '../../../../support/fake-hub/types.ts'
import { newFolder, openHubAt } from '../hub-setup.ts'

/** Where these tests push to. */
export const TO = { repo: 'curator/run', revision: null, path: null }

/** A file on disk as a push takes it. `.parquet` goes apart, everything else with the commit. */
export function pushFile(folder: string, path: string, text: string): PushFile {
  mkdirSync(folder, { recursive: true })
  const from = join(folder, path)
  const bytes = Buffer.from(text)
  writeFileSync(from, bytes)
  return { path, from, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), blob: gitBlobId(bytes) }
}

/** Two that go apart and two that go with the commit. */
export function fourFiles(folder = newFolder()): PushFile[] {
  return [
    pushFile(folder, 'train.parquet', 'a'.repeat(300_000)),
    pushFile(folder, 'test.parquet', 'b'.repeat(200_000)),
    pushFile(folder, 'train.jsonl', '{"id":1}\n'.repeat(1000)),
    pushFile(folder, 'README.md', '# Rows\n'),
  ]
}

/** A Hub with the fake's token, or another. */
export function hubWithToken(fake: FakeHub, token: string | null = FAKE_TOKEN, options: Partial<HubOptions> = {}): Hub {
  return openHubAt(fake, newFolder(), { access: async () => ({ url: fake.url, token, proxy: null }), stall: 2000, ...options })
}

/** What a push came to, and what it told on the way. */
export async function pushed(
  hub: Hub,
  place: PushPlace,
  files: readonly PushFile[],
  more: { removed?: string[]; isPrivate?: boolean; signal?: AbortSignal } = {},
): Promise<PushDone & { told: PushProgress[] }> {
  const { removed = [], isPrivate = true, signal } = more
  const steps = hub.push({ place, files, removed, isPrivate, message: 'Rows' }, signal)
  const told: PushProgress[] = []
  for (;;) {
    const step = await steps.next()
    if (step.done) return { ...step.value, told }
    told.push(step.value)
  }
}

/** What a branch holds now, by path. */
export function held(fake: FakeHub, branch = 'main', repo = TO.repo): Record<string, string> {
  const { refs, commits } = fake.repo(repo) ?? { commits: [] }
  const sha = refs?.[branch] ?? commits.at(-1)?.sha
  const files = commits.find((commit) => commit.sha === sha)?.files ?? []
  return Object.fromEntries(files.map(({ path, etag }) => [path, etag]))
}

/** The same of files on disk: what the Hub says of each. */
export function wanted(files: readonly PushFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, sha256, blob }) => [path, path.endsWith('.parquet') ? sha256 : blob]))
}
