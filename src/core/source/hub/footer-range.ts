import type { ByteRange } from '../byte-ranges.ts'
import type { RangeCache } from '../cache/range-cache.ts'
import type { RemoteFile } from '../cache/remote-file.ts'
import { tailBytes } from '../parquet/footer.ts'

/** A parquet file ends with the length of its footer (4 bytes, little endian) and the mark. */
const ENDING = 8

/** What reading the footer of a parquet file takes; null when its end is not in the cache. */
export function footerRange(cache: RangeCache, file: RemoteFile): Promise<ByteRange | null> {
  return cache.use(file, async (log) => {
    const ending = await log.read({ start: Math.max(0, file.bytes - ENDING), end: file.bytes })
    if (ending === null || ending.length < ENDING) return null
    const footer = new DataView(ending.buffer, ending.byteOffset).getUint32(0, true)
    return { start: Math.max(0, file.bytes - Math.max(tailBytes(file.bytes), footer + ENDING)), end: file.bytes }
  })
}
