import type { Bytes } from '../bytes.ts'
import type { RemoteBytes } from './remote-bytes.ts'

const BLOCK_BYTES = 8 * 1024 * 1024

/** Bytes for who reads from front to end in small slices: what is missing is fetched in blocks. */
export function inBlocks(remote: RemoteBytes): Bytes {
  return {
    length: remote.length,
    async slice(start, end, signal) {
      const block = { start: Math.floor(start / BLOCK_BYTES) * BLOCK_BYTES, end: Math.ceil(end / BLOCK_BYTES) * BLOCK_BYTES }
      await remote.prefetch([block], signal)
      return remote.slice(start, end, signal)
    },
  }
}
