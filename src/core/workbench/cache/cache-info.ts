import type { z } from 'zod'
import type { cacheInfo } from '#contract'
import type { Desk } from '../desk.ts'

/** What is kept of Hub sources on this disk, and what it should stay below. */
export async function cacheInfoOf({ session, settings }: Desk): Promise<z.infer<typeof cacheInfo>> {
  const { cacheBytes } = await settings.read()
  return { budgetBytes: cacheBytes, ranges: await session.hub.cached(), bodies: session.workspace.record.bodyCache() }
}
