import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesFile } from './fake-hub/bytes-file.ts'
import { folderCommit } from './fake-hub/folder-repo.ts'
import { startFakeHub } from './fake-hub/start-fake-hub.ts'
import type { FakeCommit, FakeHub, FakeRepo, Rule } from './fake-hub/types.ts'
import { asHubParquet, buildHubRows } from './hub-parquet.ts'
import { test as base, SAMPLE } from './winnow-page.ts'
import { removeFolder, startWinnow } from './winnow-server.ts'

/** Rows beside the sample's whose bodies are too large to come along with the index. */
export const LARGE_ROWS = 24

/** A Hub that can be out of reach for a while and come back at the same address. */
export interface LocalHub {
  url: string
  put(repo: FakeRepo): void
  /** Replaces its rules; none is perfect behaviour. */
  misbehave(...rules: Rule[]): void
  leave(): Promise<void>
  comeBack(): Promise<void>
}

/** Playwright's `test` with a Hub beside the Winnow: `winnow/sample` is the bundled sample and a file of large rows. */
export const test = base.extend<{ hub: LocalHub }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern.
  hub: async ({}, use) => {
    const repos = new Map<string, FakeRepo>([['winnow/sample', { id: 'winnow/sample', commits: [await sampleCommit()] }]])
    let hub: FakeHub | null = await startFakeHub({ repos: [...repos.values()] })
    const { url } = hub
    await use({
      url,
      put(repo) {
        repos.set(repo.id, repo)
        hub?.put(repo)
      },
      misbehave: (...rules) => hub?.misbehave(...rules),
      async leave() {
        await hub?.close()
        hub = null
      },
      async comeBack() {
        hub = await startFakeHub({ repos: [...repos.values()], port: Number(new URL(url).port) })
      },
    })
    await hub?.close()
  },
  winnow: async ({ hub }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'winnow-'))
    const winnow = await startWinnow(folder, undefined, { HF_ENDPOINT: hub.url, HF_TOKEN: '', HTTPS_PROXY: '', https_proxy: '' })
    await use(winnow)
    await winnow.stop()
    await removeFolder(folder)
  },
})

async function sampleCommit(): Promise<FakeCommit> {
  const { sha, files } = await folderCommit(SAMPLE)
  const rows = asHubParquet(buildHubRows(LARGE_ROWS, 40_000), { rowGroupSize: 4 })
  // The card names the sample's own files: without it, every file is read.
  const data = files.filter(({ path }) => path.startsWith('data/'))
  return { sha, files: [...data, bytesFile('data/openhands/scripted-agent-a/large/train-00000-of-00001.parquet', rows)] }
}

/** A repository of files at hand by path, the newest commit last. */
export function filesRepo(id: string, ...commits: { sha: string; files: Record<string, Uint8Array> }[]): FakeRepo {
  return {
    id,
    commits: commits.map(({ sha, files }) => ({ sha, files: Object.entries(files).map(([path, bytes]) => bytesFile(path, bytes)) })),
  }
}
