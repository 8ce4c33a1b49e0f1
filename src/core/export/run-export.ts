import { resolve } from 'node:path'
import type { ExampleRow } from '#record'
import { closingFiles } from './card/closing-files.ts'
import { exportWarnings } from './export-warnings.ts'
import { HashedFile } from './hashed-file.ts'
import { sealedManifest } from './manifest.ts'
import { noteWarnings } from './note-warnings.ts'
import { MANIFEST } from './owned-files.ts'
import { namesOfRowFiles, RowsWriting } from './rows-writing.ts'
import { openStage, type Stage } from './stage.ts'
import type { TargetFormat } from './targets/target-format.ts'
import { targetOf } from './targets.ts'
import { unitsOf } from './threads/units-of.ts'
import { tokenizerWarning } from './trainer/tokenizer-warning.ts'
import type { ExportEvent, ExportOptions, ExportResult, WrittenFile } from './types.ts'
import { writeFault } from './write-fault.ts'

/** Rows, and bytes of them, between two reports of progress. */
const REPORT_ROWS = 25
const REPORT_BYTES = 8_000_000

/**
 * Writes what was chosen, as the target wants it, with the index of its rows, the small files beside and, last, the manifest.
 *
 * Files are written aside and moved to their names when all are whole, so an export that is aborted, killed or out of disk leaves none of its
 * files half-written. Equal state and plan give equal bytes. The reference patch leaves only where the plan says so.
 *
 * @throws FaultError as {@link openStage} does; `bad-input` when a policy refuses a row, listing those found first; `cancelled`, `disk-full` or
 * `read-only` from writing; whatever `makeRows` throws
 */
export async function* runExport(options: ExportOptions): AsyncGenerator<ExportEvent, void> {
  const place = resolve(options.outDir)
  const format = targetOf(options.plan.target)
  const stage = await openStage(options.outDir, namesOfRowFiles(format, options)).catch((error) => {
    throw writeFault(error, place, options.signal)
  })
  let writing: RowsWriting | null = null
  try {
    writing = await RowsWriting.create(format, stage, options)
    yield* writeRows(options, writing)
    const total = options.chosen.units.length
    yield { kind: 'progress', done: total, total, file: MANIFEST }
    yield { kind: 'done', result: await finish(options, { format, stage, writing }) }
  } catch (error) {
    throw writeFault(error, place, options.signal)
  } finally {
    await writing?.close()
    await stage.discard()
  }
}

async function* writeRows(options: ExportOptions, writing: RowsWriting): AsyncGenerator<ExportEvent> {
  const { chosen, signal, plan } = options
  const total = chosen.units.length
  const file = targetOf(plan.target).info.files[0] ?? MANIFEST
  let done = 0
  let bytes = 0
  for await (const one of options.makeRows(unitsOf(looked(options, writing), chosen))) {
    signal?.throwIfAborted()
    await writing.take(one)
    done += 1
    bytes += one.made.rows.reduce((sum, row) => sum + row.bytes.length, 0)
    if (done % REPORT_ROWS !== 0 && bytes < REPORT_BYTES) continue
    bytes = 0
    yield { kind: 'progress', done, total, file }
  }
}

async function* looked({ rows, signal }: ExportOptions, writing: RowsWriting): AsyncGenerator<ExampleRow> {
  for await (const row of rows()) {
    signal?.throwIfAborted()
    await writing.look(row)
    if (row.isMeasured) yield row
  }
}

/** Writes what follows the rows, and puts all of it in place. */
async function finish(
  options: ExportOptions,
  { format, stage, writing }: { format: TargetFormat; stage: Stage; writing: RowsWriting },
): Promise<ExportResult> {
  const { plan, facts, signal, openFile } = options
  const { summary, leaving } = await writing.finish()
  const files = summary.files
  const write = async (name: string, pieces: Iterable<string> | AsyncIterable<string>, hasRows = false): Promise<void> => {
    files.push(await writeFile(stage.pathOf(name), name, { pieces, hasRows, openFile, signal }))
  }
  const extras = format.extras?.(summary) ?? []
  for (const { name, text } of extras) await write(name, [text])
  for (const { name, pieces, hasRows } of closingFiles(summary, { target: format.info, leaving, extras })) {
    await write(name, pieces(), hasRows)
  }
  await write(MANIFEST, [sealedManifest(summary, leaving, [...files])])
  signal?.throwIfAborted()
  await stage.commit()
  const ids = tokenizerWarning(format.info, facts.tokenizer)
  const warnings = [
    ...exportWarnings(summary.tally, facts.funnel),
    ...(ids === null ? [] : [ids]),
    ...options.chosen.warnings,
    ...noteWarnings(summary.notes),
  ]
  const examples = Object.values(summary.rows).reduce((sum, rows) => sum + rows, 0)
  const listed = files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))
  return { target: plan.target, out: stage.out, examples, files: listed, warnings }
}

async function writeFile(
  path: string,
  name: string,
  {
    pieces,
    hasRows,
    openFile,
    signal,
  }: { pieces: Iterable<string> | AsyncIterable<string>; hasRows: boolean } & Pick<ExportOptions, 'openFile' | 'signal'>,
): Promise<WrittenFile> {
  const file = await HashedFile.create(path, name, openFile)
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      await (hasRows ? file.writeRow(piece) : file.write(piece))
    }
    return await file.finish()
  } finally {
    await file.close()
  }
}
