import { join } from 'node:path'
import { createListingCache } from '../cache/listing-cache.ts'
import { createRangeCache } from '../cache/range-cache.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import { createConnection } from './net/create-connection.ts'
import { createLanes } from './net/lanes.ts'
import { openHub } from './open-hub.ts'
import { lookAt, userOf } from './push/look-at.ts'
import { pushFiles } from './push/push-files.ts'
import { createRemoteBytes, type RemoteBytes } from './remote-bytes.ts'
import type { Hub, HubOptions } from './types.ts'

const MAX_REQUESTS = 8
/** Requests that work in bulk leave to what somebody waits for. */
const KEPT_FREE = 2

/** The Hub as one workspace sees it. Nothing is asked for and no folder made before a source is opened. */
export function createHub(options: HubOptions): Hub {
  const connection = createConnection({ maxRequests: MAX_REQUESTS, ...options })
  const cache = createRangeCache(options.cacheDir)
  const listings = createListingCache(join(options.cacheDir, 'listings'))
  const bulkLanes = createLanes(Math.max(1, (options.maxRequests ?? MAX_REQUESTS) - KEPT_FREE))
  const remotes = new Map<string, RemoteBytes>()

  function remote(file: RemoteFile): RemoteBytes {
    const key = JSON.stringify(file)
    const bytes = remotes.get(key) ?? createRemoteBytes(file, { cache, connection, bulkLanes })
    remotes.set(key, bytes)
    return bytes
  }

  return {
    traffic: connection.traffic,
    open: (address, opening) => openHub(address, opening, { connection, cache, listings, remote }),
    user: (signal) => userOf(connection, signal),
    lookAt: (address, signal) => lookAt(address, connection, signal),
    push: (job, signal) => pushFiles(job, connection, signal),
    cached: () => cache.usage(),
    async prune(bytes) {
      // Who empties it wants everything asked for anew.
      if (bytes === 0) await listings.clear()
      return cache.prune(bytes)
    },
    async close() {
      await Promise.all([...remotes.values()].map((bytes) => bytes.close()))
      await connection.close()
      await cache.close()
    },
  }
}
