import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { recentWorkspace } from '#contract'
import { jsonFile } from './json-file.ts'

/** The workspace opened last that is still there, or null: where a host without other orders goes on. */
export async function lastWorkspace(configDir: string): Promise<string | null> {
  const recent = await jsonFile(join(configDir, 'recent.json'), z.array(recentWorkspace), []).read()
  return recent.find(({ path }) => existsSync(path))?.path ?? null
}
