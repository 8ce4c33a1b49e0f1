import { basename } from 'node:path'

/**
 * Where a source is, as an export says it: its address on the Hub, or the bare name of what is on this machine. Folders of a person's machine are nobody
 * else's business, and an export must be the same wherever its workspace lies.
 */
export function sourceAddress(uri: string): string {
  return uri.startsWith('hf://') ? uri : basename(uri)
}
