import type { RawRow } from '#record'
import type { Desk } from '../desk.ts'
import type { PackExample, PackHeader, PackSource } from './pack-format.ts'

/** An example of a pack that may be stored, and where. */
export interface Admitted {
  example: PackExample
  where: string
  raw: Pick<RawRow, 'ref' | 'hints'>
}

/** What is to be done with an example of a pack. */
export type Admission = { kind: 'store'; admitted: Admitted } | { kind: 'same' } | { kind: 'refuse'; where: string; reason: string }

/**
 * Asks of each example whether it may be stored. One that is here with other content stays as it is, and so does whatever is at the place a pack claims:
 * a pack adds, it never replaces.
 */
export function admission(desk: Desk, header: PackHeader): (example: PackExample) => Admission {
  const { record } = desk.session.workspace
  const sourceOf = sourcesFor(desk, header)
  const ids = new Set<string>()
  const places = new Set<string>()
  return (example) => {
    const { id, ref, hints, contentHash } = example
    const source = header.sources.find((one) => one.id === ref.source)
    const where = `${source?.uri ?? ref.source} ${ref.file} row ${ref.row} (${id})`
    const refuse = (reason: string): Admission => ({ kind: 'refuse', where, reason })
    const place = JSON.stringify([ref.source, ref.file, ref.row])
    if (ids.has(id) || places.has(place)) return refuse('The pack names this example, or its place, twice.')
    ids.add(id)
    places.add(place)
    if (!source || !id.isWellFormed() || isOutside(ref.file))
      return refuse('Its id, or where it came from, is not told in a way that can be kept.')
    const here = record.place(id)
    if (here) {
      const isSame = here.contentHash === contentHash
      const isIndexed =
        here.contentHash === '' && here.ref.file === ref.file && here.ref.row === ref.row && here.ref.revision === ref.revision
      if (!isSame && !isIndexed) return refuse('An example of this id is here with other content.')
      // A row that was let go of, or was never here, comes to the place the workspace knows it by.
      return here.hasBody ? { kind: 'same' } : { kind: 'store', admitted: { example, where, raw: { ref: here.ref, hints: here.hints } } }
    }
    const kept = sourceOf(source)
    if (kept.wasHere && ref.revision !== kept.revision)
      return refuse('This workspace has its source at another revision, and does not have this example of it.')
    const holder = record.exampleAt({ sourceId: kept.id, file: ref.file, row: ref.row })
    if (holder !== undefined) return refuse(`At its place is example ${holder} here.`)
    const at = { sourceId: kept.id, uri: source.uri, revision: ref.revision, file: ref.file, row: ref.row }
    return { kind: 'store', admitted: { example, where, raw: { ref: at, hints } } }
  }
}

/** The workspace's sources for a pack's: one that is here stays as it is, revision and all. */
function sourcesFor(desk: Desk, { madeAt }: PackHeader): (source: PackSource) => { id: string; revision: string | null; wasHere: boolean } {
  const { record } = desk.session.workspace
  const before = new Set(record.sources().map(({ uri }) => uri))
  return ({ uri, kind, revision, columnMap }) => {
    const known = record.findSource(uri)
    if (known) return { id: known.id, revision: known.revision, wasHere: before.has(uri) }
    const { id } = record.addSource({ uri, kind, revision }, madeAt)
    record.setColumnMap(id, columnMap)
    return { id, revision, wasHere: false }
  }
}

/** A path that leads out of its source is none a reader of sources gave. */
function isOutside(file: string): boolean {
  return file.includes('\0') || file.startsWith('/') || file.split(/[/\\]/).includes('..')
}
