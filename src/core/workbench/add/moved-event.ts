import type { z } from 'zod'
import type { addEvent, addInput } from '#contract'
import type { Desk } from '../desk.ts'
import { examplesWithEntries } from './decided-examples.ts'
import { namesCommit } from './names-commit.ts'
import type { Opening } from './open-for-add.ts'
import { changeBetween } from './revision-change.ts'

type MovedEvent = Extract<z.infer<typeof addEvent>, { kind: 'moved' }>

/** What to ask a person whose Hub source is at another commit than the one pinned; null when it is not, or when they have said what they want. */
export function movedEvent(desk: Desk, { whole, stored }: Opening, { onMoved, revision }: z.infer<typeof addInput>): MovedEvent | null {
  const [from, to] = [stored?.revision, whole.revision]
  if (whole.kind !== 'hub' || !stored || !from || !to || from === to) return null
  const isNamed = revision !== undefined && namesCommit(revision) && to.startsWith(revision.toLowerCase())
  if (isNamed || onMoved === 'move') return null
  const change = changeBetween(desk.session.workspace.record.listing(stored.id), whole.files)
  return {
    kind: 'moved',
    source: whole.uri,
    change: { from, to, ...change, decided: decidedIn(desk, stored.id, [...change.removed, ...change.changed]) },
  }
}

function decidedIn({ session }: Desk, sourceId: string, paths: string[]): number {
  const { record } = session.workspace
  const concerned = new Set(paths)
  const places = [...examplesWithEntries(session)].map((id) => record.place(id)?.ref)
  return places.filter((ref) => ref?.sourceId === sourceId && concerned.has(ref.file)).length
}
