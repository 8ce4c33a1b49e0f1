import { type ColumnMap, type OpenedSource, openSource } from '#source'
import { untilAborted } from '../bodies/until-aborted.ts'
import type { Desk } from '../desk.ts'

/** What of a source to open, and how. */
export interface Naming {
  source: string
  map: ColumnMap | null
  config?: string | undefined
  split?: string | undefined
  revision?: string | undefined
  known?: { revision: string; files: OpenedSource['files'] } | undefined
}

/** Opens what a person named, from this machine or through the session's Hub. @throws Fault as the source room's `openSource` */
export function openNamed({ session }: Desk, { source, ...naming }: Naming, signal: AbortSignal | undefined): Promise<OpenedSource> {
  return untilAborted(openSource(source, { ...naming, sourceId: '', hub: session.hub, signal }), signal)
}
