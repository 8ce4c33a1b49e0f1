import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#record'

/** sha256 (hex) over a manifest's canonical JSON, its own field `sha256` left out. */
export function sealOf(manifest: object): string {
  const { sha256: _, ...rest } = manifest as { sha256?: unknown }
  // As the file has it: fields without a value are not there.
  const written = JSON.parse(JSON.stringify(rest)) as Json
  return createHash('sha256').update(canonicalJson(written)).digest('hex')
}
