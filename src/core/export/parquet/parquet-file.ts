import type { RowGroup } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { HashedFile } from '../hashed-file.ts'
import type { ParquetColumn } from '../targets/target-format.ts'
import type { OpenFileForWriting, WrittenFile } from '../types.ts'
import { movedGroup, type PackedRows, type PackRows } from './pack-rows.ts'
import { schemaOf } from './schema.ts'

/** JSON text of a row group: memory stays flat, and a reader that skips groups has something to skip. */
const GROUP_BYTES = 8_000_000
const GROUP_ROWS = 1_000

/** Groups that are packed at once: with one, whoever makes rows would wait for it. */
const MOST_UNDERWAY = 2

const MAGIC = Buffer.from('PAR1')

/** A Parquet file that grows by row groups, which somebody else packs while the next rows come. */
export class ParquetFile {
  readonly #file: HashedFile
  readonly #columns: readonly ParquetColumn[]
  readonly #pack: PackRows
  readonly #groups: RowGroup[] = []
  #at = MAGIC.length
  #held: Uint8Array[] = []
  #heldBytes = 0
  #rows = 0
  readonly #underway: Promise<PackedRows>[] = []

  private constructor(file: HashedFile, columns: readonly ParquetColumn[], pack: PackRows) {
    this.#file = file
    this.#columns = columns
    this.#pack = pack
  }

  /** Makes the file at `path`; `name` is what the export calls it. */
  static async create(
    path: string,
    name: string,
    { columns, pack, openFile }: { columns: readonly ParquetColumn[]; pack: PackRows; openFile?: OpenFileForWriting | undefined },
  ): Promise<ParquetFile> {
    const file = await HashedFile.create(path, name, openFile)
    await file.write(MAGIC)
    return new ParquetFile(file, columns, pack)
  }

  /** Appends one row, the JSON text of its values by column, and answers its number, from 1. */
  async writeRow(row: Uint8Array): Promise<number> {
    this.#held.push(row)
    this.#heldBytes += row.length
    this.#rows += 1
    const number = this.#rows
    if (this.#heldBytes >= GROUP_BYTES || this.#held.length >= GROUP_ROWS) await this.#begin()
    return number
  }

  /** Writes the last group and the footer, waits for the disk and closes. */
  async finish(): Promise<WrittenFile> {
    if (this.#held.length > 0) await this.#begin()
    while (this.#underway.length > 0) await this.#end()
    await this.#file.write(await this.#footer())
    return { ...(await this.#file.finish()), rows: this.#rows }
  }

  /** Closes without finishing; again is no error. */
  close(): Promise<void> {
    return this.#file.close()
  }

  /** Has the rows that are held packed, beside the group before them. */
  async #begin(): Promise<void> {
    while (this.#underway.length >= MOST_UNDERWAY) await this.#end()
    const packing = this.#pack(this.#columns, this.#held)
    // Whoever waits for it hears of a failure.
    packing.catch(() => undefined)
    this.#underway.push(packing)
    this.#held = []
    this.#heldBytes = 0
  }

  /** Writes the group that is underway longest. */
  async #end(): Promise<void> {
    const packed = await this.#underway.shift()
    if (!packed) return
    await this.#file.write(packed.bytes)
    this.#groups.push(movedGroup(packed.group, this.#at))
    this.#at += packed.bytes.length
  }

  async #footer(): Promise<Uint8Array> {
    const writer = new ByteWriter()
    const parquet = new ParquetWriter({ writer, schema: schemaOf(this.#columns), createdBy: 'winnow' })
    parquet.row_groups = this.#groups
    parquet.num_rows = BigInt(this.#rows)
    await parquet.finish()
    return writer.getBytes().slice(MAGIC.length)
  }
}
