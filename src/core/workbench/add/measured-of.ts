import type { Desk } from '../desk.ts'

/** Measured examples of a source. */
export async function measuredOf({ session }: Desk, sourceId: string): Promise<number> {
  const { total } = await session.workspace.analysis.page({ facets: { source: [sourceId], measured: ['measured'] } }, null, 0, 1)
  return total
}
