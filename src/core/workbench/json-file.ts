import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { createExclusive } from './exclusive.ts'

/** A small JSON file of this person's on this machine; a missing or unreadable one is the default. */
export interface JsonFile<T> {
  read(): Promise<T>
  /** Writes what `change` makes of the value there is, and gives it. Updates of this process wait for each other. */
  update(change: (before: T) => T): Promise<T>
}

/** Reads through a schema and writes aside, then renames: a killed process leaves the old file whole. */
export function jsonFile<T>(path: string, schema: z.ZodType<T>, fallback: T): JsonFile<T> {
  const exclusive = createExclusive()
  const read = async (): Promise<T> => {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) return fallback
    const parsed = schema.safeParse(completed(parseOrNull(text), fallback))
    return parsed.success ? parsed.data : fallback
  }
  return {
    read,
    update: (change) =>
      exclusive(async () => {
        const value = change(await read())
        const aside = `${path}.${process.pid}.new`
        await mkdir(dirname(path), { recursive: true })
        await writeFile(aside, JSON.stringify(value, null, 2))
        await rename(aside, path)
        return value
      }),
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A file that an earlier version wrote lacks what is new since: that part is the default, the rest stays. */
function completed(value: unknown, fallback: unknown): unknown {
  return isPlainObject(value) && isPlainObject(fallback) ? { ...fallback, ...value } : value
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
