import type { Desk } from '../desk.ts'

/** Measured examples of a source. */
export function measuredOf({ session }: Desk, sourceId: string): Promise<number> {
  return session.workspace.analysis.count({ facets: { source: [sourceId], measured: ['measured'] } })
}
