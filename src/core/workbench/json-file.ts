import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A small JSON file of this person's on this machine; a missing or unreadable one is the default. */
export interface JsonFile<T> {
  read(): Promise<T>
  write(value: T): Promise<void>
}

/** Reads through a schema and writes aside, then renames: a killed process leaves the old file whole. */
export function jsonFile<T>(path: string, schema: z.ZodType<T>, fallback: T): JsonFile<T> {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(() => null)
      if (text === null) return fallback
      const parsed = schema.safeParse(parseOrNull(text))
      return parsed.success ? parsed.data : fallback
    },
    async write(value) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.${process.pid}.new`, JSON.stringify(value, null, 2))
      await rename(`${path}.${process.pid}.new`, path)
    },
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
