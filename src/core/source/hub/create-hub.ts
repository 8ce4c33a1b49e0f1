import { join } from 'node:path'
import { createListingCache } from '../cache/listing-cache.ts'
import { createRangeCache } from '../cache/range-cache.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import { createConnection } from './net/create-connection.ts'
import { openHub } from './open-hub.ts'
import { createRemoteBytes, type RemoteBytes } from './remote-bytes.ts'
import type { Hub, HubOptions } from './types.ts'

/** The Hub as one workspace sees it. Nothing is asked for and no folder made before a source is opened. */
export function createHub(options: HubOptions): Hub {
  const connection = createConnection(options)
  const cache = createRangeCache(options.cacheDir)
  const listings = createListingCache(join(options.cacheDir, 'listings'))
  const remotes = new Map<string, RemoteBytes>()

  function remote(file: RemoteFile): RemoteBytes {
    const key = JSON.stringify(file)
    const bytes = remotes.get(key) ?? createRemoteBytes(file, cache, connection)
    remotes.set(key, bytes)
    return bytes
  }

  return {
    traffic: connection.traffic,
    open: (address, opening) => openHub(address, opening, { connection, cache, listings, remote }),
    cached: () => cache.usage(),
    prune: (bytes) => cache.prune(bytes),
    async close() {
      await Promise.all([...remotes.values()].map((bytes) => bytes.close()))
      await connection.close()
      await cache.close()
    },
  }
}
