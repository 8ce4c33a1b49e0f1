import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { packInput, packMade, packMakeEvent } from '#contract'
import { fault, MOST_QUEUED, type QueueDefinition } from '#record'
import type { StoredBody } from '#store'
import type { Desk } from '../desk.ts'
import { queryOf } from '../query-of.ts'
import { headerFor, type PackContent } from './pack-header.ts'
import { type PackWriter, writePack } from './write-pack.ts'

type PackInput = z.infer<typeof packInput>

/** An example that is wanted in a pack. */
interface Wanted {
  id: string
  needs: number
}

/** Progress is told this often. */
const TELL_EVERY_MS = 100

/** Writes a review pack: examples with their rows, the recipe in force, and the ledger where it is asked for. */
export async function* makePack(desk: Desk, input: PackInput, signal: AbortSignal): AsyncGenerator<z.infer<typeof packMakeEvent>> {
  const job = desk.jobs.start('packing', 'examples')
  const told: { done: number; total: number } = { done: 0, total: 0 }
  let result: z.infer<typeof packMade> | null = null
  const work = make(desk, input, signal, told).then((made) => {
    result = made
  })
  // Told when it is awaited; until then nobody listens.
  work.catch(() => undefined)
  try {
    while (result === null) {
      await Promise.race([work, delay(TELL_EVERY_MS)])
      job.progress(told.done, told.total)
      if (result === null) yield { kind: 'progress', ...told }
    }
    yield { kind: 'done', result }
  } finally {
    await work.catch(() => undefined)
    job.end()
  }
}

async function make(
  desk: Desk,
  input: PackInput,
  signal: AbortSignal,
  told: { done: number; total: number },
): Promise<z.infer<typeof packMade>> {
  const { record } = desk.session.workspace
  const { queue, wanted } = await wantedOf(desk, input)
  if (wanted.length === 0 && !input.withLedger) throw nothingToPack()
  const items = wanted.filter(({ id }) => record.place(id)?.hasBody)
  const ledger = input.withLedger ? [...desk.session.ledger] : null
  told.total = items.length
  const header = await headerFor(desk, { queue, items, ledger })
  const bytes = await writePack(input.path, signal, async (writer) => {
    await writer.line(header)
    for (const item of items) {
      await writer.line(exampleLine(desk, item))
      told.done += 1
      // Others have their turn: unpacking and packing a row takes milliseconds of the thread.
      await setImmediate()
    }
    for (const entry of ledger ?? []) await writer.line({ kind: 'entry', entry })
    await endLine(writer, { items, ledger })
  })
  return { path: input.path, examples: items.length, notHere: wanted.length - items.length, entries: ledger?.length ?? 0, bytes }
}

async function wantedOf(desk: Desk, { queue, selection, path }: PackInput): Promise<{ queue: QueueDefinition | null; wanted: Wanted[] }> {
  const { record, analysis } = desk.session.workspace
  if (queue !== undefined) {
    const stored = record.queues().find(({ id }) => id === queue)
    if (!stored)
      throw fault('not-found', `There is no queue ${queue} in this workspace.`, {
        culprit: queue,
        remedy: 'List the queues with: winnow queue',
      })
    return { queue: stored.definition, wanted: record.queueItems(queue).map(({ id, needs }) => ({ id, needs })) }
  }
  if (selection === undefined) return { queue: null, wanted: [] }
  const wanted: Wanted[] = []
  for await (const { id } of analysis.rows(queryOf(selection), null, { measures: [] })) {
    if (wanted.length === MOST_QUEUED) throw tooMany()
    wanted.push({ id, needs: 1 })
  }
  if (wanted.length === 0) throw fault('bad-input', 'No example is selected.', { remedy: 'Widen what is selected.' })
  return { queue: wholeSelection(selection, basename(path), wanted.length), wanted }
}

/** The queue that is made of a selection where the pack is opened. */
function wholeSelection(selection: QueueDefinition['selection'], file: string, size: number): QueueDefinition {
  const name = file.replace(/\.winnow-pack$/, '').slice(0, 200) || 'pack'
  const plain = { order: 'stored', sort: null, onlyUndecided: false, onlyUnlabelled: false, seed: 0, per: null, doubleShare: 0 } as const
  return { name, selection, size, isBlind: false, ...plain }
}

function exampleLine({ session }: Desk, { id, needs }: Wanted): unknown {
  const stored: StoredBody | undefined = session.workspace.record.body(id)
  if (!stored)
    throw fault('conflict', `The row of example ${id} was let go of while it was packed.`, { culprit: id, remedy: 'Pack again.' })
  const { contentHash, ref, hints, body } = stored
  const place = { source: ref.sourceId, revision: ref.revision, file: ref.file, row: ref.row }
  return { kind: 'example', id, contentHash, needs, ref: place, hints, body }
}

async function endLine(writer: PackWriter, { items, ledger }: Pick<PackContent, 'items' | 'ledger'>): Promise<void> {
  await writer.line({ kind: 'end', examples: items.length, entries: ledger?.length ?? 0, sha256: writer.digest() })
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

function nothingToPack() {
  return fault('bad-input', 'There is nothing to pack.', { remedy: 'Name a queue or a selection, or let the ledger go along.' })
}

function tooMany() {
  return fault('bad-input', `More than ${MOST_QUEUED.toLocaleString('en')} examples are selected, and a pack takes no more.`, {
    remedy: 'Select fewer, or make a queue of them first.',
  })
}
