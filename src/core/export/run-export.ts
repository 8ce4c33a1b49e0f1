import { resolve } from 'node:path'
import { type ExampleRow, NO_EDITS } from '#record'
import { applyEdits, type EditedExample } from '#review'
import { type EditNote, editNoteOf } from './edit-note.ts'
import { exportWarnings } from './export-warnings.ts'
import { HashedFile, openNewFile } from './hashed-file.ts'
import { manifestText, type Override, overrideOf } from './manifest.ts'
import { MANIFEST } from './owned-files.ts'
import { openStage, type Stage } from './stage.ts'
import { addEditsToTally, addToTally, emptyTally, isOverride } from './tally.ts'
import type { TargetWriter } from './targets/target.ts'
import { targetOf } from './targets.ts'
import type { ExportEvent, ExportOptions, ExportResult, WrittenFile } from './types.ts'
import { writeFault } from './write-fault.ts'

/** Rows between two reports of progress. */
const REPORT_EVERY = 25

/**
 * Writes the examples whose outcome is keep, as the target wants them, and the manifest.
 *
 * Files are written aside and moved to their names when all are whole, so an export that is aborted, killed or out of disk leaves none of its
 * files half-written. Equal state gives equal bytes, `created_at` apart. The reference patch never leaves.
 *
 * @throws FaultError as {@link openStage} does; `cancelled`, `disk-full` or `read-only` from writing; whatever `example` throws
 */
export async function* runExport(options: ExportOptions): AsyncGenerator<ExportEvent, void> {
  const place = resolve(options.outDir)
  const target = targetOf(options.target)
  const stage = await openStage(options.outDir, target.info.files).catch((error) => {
    throw writeFault(error, place, options.signal)
  })
  let writer: TargetWriter | null = null
  try {
    const openFile = options.openFile ?? openNewFile
    const edits: EditNote[] = []
    const example = editedBy(options, (note) => edits.push(note))
    writer = await target.open({ pathOf: stage.pathOf, example, openFile })
    const result = yield* writeRows(options, stage, { writer, edits, shownFile: target.info.files[0] ?? MANIFEST })
    yield { kind: 'done', result }
  } catch (error) {
    throw writeFault(error, place, options.signal)
  } finally {
    await writer?.close()
    await stage.discard()
  }
}

/** Gives each example that leaves as people's edits leave it, and notes what they changed. */
function editedBy({ example, editsOf }: ExportOptions, note: (made: EditNote) => void) {
  return async (row: ExampleRow): Promise<EditedExample> => {
    const edits = editsOf?.(row.id) ?? NO_EDITS
    const edited = applyEdits(await example(row.id), edits)
    const made = editNoteOf(row, edits, edited)
    if (made) note(made)
    return edited
  }
}

async function* writeRows(
  options: ExportOptions,
  stage: Stage,
  { writer, edits, shownFile }: { writer: TargetWriter; edits: readonly EditNote[]; shownFile: string },
): AsyncGenerator<ExportEvent, ExportResult> {
  const { facts, signal, total } = options
  const tally = emptyTally(options.unmeasured)
  const overrides: Override[] = []
  let done = 0
  for await (const row of options.rows()) {
    signal?.throwIfAborted()
    addToTally(tally, row)
    if (row.isMeasured) await writer.add(row)
    if (row.isMeasured && isOverride(row)) overrides.push(overrideOf(row, facts.decidedAt(row.id)))
    done += 1
    if (done % REPORT_EVERY === 0) yield { kind: 'progress', done, total, file: shownFile }
  }
  yield { kind: 'progress', done, total: Math.max(total, done), file: MANIFEST }
  const files = await writer.finish()
  for (const note of edits) addEditsToTally(tally, note)
  const manifest = await writeManifest(options, stage, { tally, overrides, edits: [...edits], files })
  signal?.throwIfAborted()
  await stage.commit()
  const listed = [...files, manifest].map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))
  return { target: options.target, out: stage.out, examples: tally.leaving, files: listed, warnings: exportWarnings(tally, facts.funnel) }
}

async function writeManifest(
  { target, facts, now, openFile }: ExportOptions,
  stage: Stage,
  found: Pick<Parameters<typeof manifestText>[0], 'tally' | 'overrides' | 'edits' | 'files'>,
): Promise<WrittenFile> {
  const file = await HashedFile.create(stage.pathOf(MANIFEST), MANIFEST, openFile)
  try {
    await file.write(manifestText({ target, createdAt: now().toISOString(), facts, ...found }))
    return await file.finish()
  } finally {
    await file.close()
  }
}
