import { createHash } from 'node:crypto'
import type { Json } from '#record'

/** sha256 (hex) over a manifest's canonical JSON, its own field `sha256` left out: keys sorted by UTF-16 unit, no white space. */
export function sealOf(manifest: object): string {
  const { sha256: _, ...rest } = manifest as { sha256?: unknown }
  return createHash('sha256')
    .update(canonical(rest as Json))
    .digest('hex')
}

function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.keys(value).filter((key) => value[key] !== undefined)
  return `{${fields
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`
}
