import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startFakeHub } from './fake-hub/start-fake-hub.ts'
import type { FakeHub, FakeRepo } from './fake-hub/types.ts'

/** A Hub whose wire can be made short. */
export interface PacedHub extends FakeHub {
  /** From now on at most `most` bytes are sent beyond what the workspace's cache has on the disk. */
  followCache(workspace: string, most: number): void
  /** Sends as fast as it goes again. */
  letGo(): void
}

/**
 * A fake Hub that can wait for its reader. One on the same machine has else sent megabytes that a process killed never read, more of them the
 * busier the machine is.
 */
export async function startPacedHub(repo: FakeRepo): Promise<PacedHub> {
  let hasRoom = (): boolean => true
  const paced: FakeRepo = {
    ...repo,
    commits: repo.commits.map(({ sha, files }) => ({
      sha,
      files: files.map((file) => ({
        ...file,
        read: async (start, end) => {
          while (!hasRoom()) await pause(1)
          return file.read(start, end)
        },
      })),
    })),
  }
  const hub = await startFakeHub({ repos: [paced] })
  return {
    ...hub,
    followCache(workspace, most) {
      const ahead = (): number => hub.totals().bytes - cachedBytes(workspace)
      const before = ahead()
      hasRoom = () => ahead() - before <= most
    },
    letGo() {
      hasRoom = () => true
    },
  }
}

function cachedBytes(workspace: string): number {
  const cache = join(workspace, 'cache')
  try {
    const logs = readdirSync(cache).filter((name) => name.endsWith('.bin'))
    return logs.reduce((sum, name) => sum + statSync(join(cache, name)).size, 0)
  } catch {
    // Not made yet.
    return 0
  }
}
