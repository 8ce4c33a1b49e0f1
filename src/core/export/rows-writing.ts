import type { ExampleRow } from '#record'
import { addLeaving, emptyLeaving, type LeavingTally } from './card/leaving-tally.ts'
import { csvLine } from './csv-line.ts'
import type { EditNote } from './edit-note.ts'
import { HashedFile } from './hashed-file.ts'
import { NoteCounts } from './note-counts.ts'
import { Refusals } from './refusals.ts'
import { plannedFiles, RowFiles } from './row-files.ts'
import { ROW_NOTES, rowIndexLine } from './row-index.ts'
import type { Stage } from './stage.ts'
import type { ExportSummary } from './summary.ts'
import { addEditsToTally, addToTally, emptyTally } from './tally.ts'
import type { FileSpec, MeasuredTable, TargetFormat } from './targets/target-format.ts'
import { TokenSums } from './token-sums.ts'
import type { ExportOptions, MadeUnit } from './types.ts'
import { ROW_INDEX } from './verify/index-line.ts'

/** Names of the files an export of this plan writes while its rows are made. */
export function namesOfRowFiles(format: TargetFormat, options: ExportOptions): string[] {
  const rows = plannedFiles(format.files, options).flatMap(({ spec, name }) => namesOf(spec, name, options))
  return [...rows, ...(format.table ? [format.table.name] : []), ROW_INDEX, ROW_NOTES]
}

function namesOf({ nameOfUnit }: FileSpec, name: string, { chosen }: ExportOptions): string[] {
  return nameOfUnit ? chosen.units.map(({ ids }) => nameOfUnit(ids[0])) : [name]
}

/** An export while its rows are written: their files, their index and notes, and all that is counted on the way. */
export class RowsWriting {
  readonly #options: ExportOptions
  readonly #rows: RowFiles
  readonly #index: HashedFile
  readonly #notes: HashedFile
  readonly #table: { file: HashedFile; columns: MeasuredTable['columns'] } | null
  readonly #tally
  readonly #edits: EditNote[] = []
  readonly #counts = new NoteCounts()
  readonly #refusals = new Refusals()
  readonly #tokens: TokenSums
  readonly #leaving = emptyLeaving()
  readonly #written: ExportSummary['rows'] = {}

  private constructor(
    options: ExportOptions,
    files: { rows: RowFiles; index: HashedFile; notes: HashedFile; table: HashedFile | null },
    columns: MeasuredTable['columns'],
  ) {
    this.#options = options
    this.#rows = files.rows
    this.#index = files.index
    this.#notes = files.notes
    this.#table = files.table && { file: files.table, columns }
    this.#tally = emptyTally(options.unmeasured)
    this.#tokens = new TokenSums(options.facts.measures)
  }

  /** Makes all its files. */
  static async create(format: TargetFormat, stage: Stage, options: ExportOptions): Promise<RowsWriting> {
    const { openFile } = options
    const opened: { close(): Promise<void> }[] = []
    const fileOf = async (name: string): Promise<HashedFile> => {
      const file = await HashedFile.create(stage.pathOf(name), name, openFile)
      opened.push(file)
      return file
    }
    try {
      const rows = await RowFiles.create(plannedFiles(format.files, options), stage.pathOf, options)
      opened.push(rows)
      const table = format.table ? await fileOf(format.table.name) : null
      const columns = format.table?.columns ?? []
      await table?.write(csvLine(columns.map(({ name }) => name)))
      return new RowsWriting(options, { rows, index: await fileOf(ROW_INDEX), notes: await fileOf(ROW_NOTES), table }, columns)
    } catch (error) {
      for (const file of opened) await file.close()
      throw error
    }
  }

  /** Takes in one line of the table, whether or not it leaves. */
  async look(row: ExampleRow): Promise<void> {
    addToTally(this.#tally, row)
    if (!row.isMeasured) return
    await this.#table?.file.writeRow(csvLine(this.#table.columns.map((column) => column.value(row))))
  }

  /** Takes in a unit that was made. @throws FaultError as {@link Refusals} does */
  async take(one: MadeUnit): Promise<void> {
    const { unit, made } = one
    this.#refusals.add(one)
    this.#counts.add(made.notes)
    const ids = unit.rows.map(({ id }) => id)
    for (const note of made.notes) await this.#notes.writeRow(`${JSON.stringify({ ids, ...note })}\n`)
    if (made.isLeftOut) return
    for (const edit of made.edits) addEditsToTally(this.#tally, edit)
    this.#edits.push(...made.edits)
    for (const row of await this.#rows.add(made, unit.split, unit.rows[0].id))
      await this.#index.writeRow(rowIndexLine(unit, row, this.#options.facts))
    const under = unit.split ?? 'all'
    this.#written[under] = (this.#written[under] ?? 0) + 1
    addLeaving(this.#leaving, unit.rows[0], this.#tokens.add(one))
  }

  /** Ends the files of rows. @throws FaultError as {@link Refusals} does */
  async finish(): Promise<{ summary: ExportSummary; leaving: LeavingTally }> {
    this.#refusals.check()
    const { plan, chosen, facts } = this.#options
    const table = this.#table ? [await this.#table.file.finish()] : []
    const files = [...(await this.#rows.finish()), ...table, await this.#index.finish(), await this.#notes.finish()]
    const counted = { tally: this.#tally, edits: this.#edits }
    const sums = { notes: this.#counts.list(), tokens: this.#tokens.totals, rows: this.#written }
    return { summary: { plan, facts, chosen, ...counted, ...sums, files }, leaving: this.#leaving }
  }

  /** Closes what is open, finished or not; again is no error. */
  async close(): Promise<void> {
    for (const file of [this.#rows, this.#index, this.#notes, this.#table?.file]) await file?.close()
  }
}
