import type { ColumnChunk } from 'hyparquet'
import { dataPage, type Leaf } from './data-page.ts'

/** Values of a page; one more row may make it longer, since a row stands in one page. */
const PAGE_BYTES = 1 << 20

/** A column of a row group while it is filled: a value or a null after the other, in pages of PLAIN values with Snappy. */
export class LeafChunk {
  readonly #leaf: Leaf
  readonly #pages: Uint8Array[] = []
  #bytes = Buffer.allocUnsafe(1_024)
  #at = 0
  #definitions: number[] = []
  #repetitions: number[] = []
  #nulls = 0
  #rows = 0
  #values = 0
  #unpacked = 0

  constructor(leaf: Leaf) {
    this.#leaf = leaf
  }

  /** Appends a value by its levels; what is not of the column's type is null, at the level before. */
  push(value: unknown, definition: number, repetition: number): void {
    if (repetition === 0) this.#row()
    const isThere = this.#write(value)
    this.#nulls += isThere ? 0 : 1
    this.#definitions.push(isThere ? definition + 1 : definition)
    this.#repetitions.push(repetition)
  }

  /** Its pages in order, and what the footer says of them where the first begins at `at`. */
  finish(at: number): { pages: Uint8Array[]; chunk: ColumnChunk; length: number; unpacked: number } {
    this.#flush()
    const { path, type } = this.#leaf
    const length = this.#pages.reduce((sum, page) => sum + page.length, 0)
    const meta_data: ColumnChunk['meta_data'] = {
      type,
      encodings: ['PLAIN', 'RLE'],
      path_in_schema: path,
      codec: 'SNAPPY',
      num_values: BigInt(this.#values),
      total_uncompressed_size: BigInt(this.#unpacked),
      total_compressed_size: BigInt(length),
      data_page_offset: BigInt(at),
    }
    return { pages: this.#pages, chunk: { file_offset: BigInt(at), meta_data }, length, unpacked: this.#unpacked }
  }

  #row(): void {
    if (this.#at >= PAGE_BYTES) this.#flush()
    this.#rows += 1
  }

  /** False of what is not of the type. */
  #write(value: unknown): boolean {
    if (typeof value === 'string') return this.#leaf.type === 'BYTE_ARRAY' && this.#text(value)
    if (typeof value === 'boolean') return this.#leaf.type === 'BOOLEAN' && this.#grow(1, (at) => this.#bytes.writeUInt8(Number(value), at))
    if (typeof value !== 'number') return false
    if (this.#leaf.type === 'DOUBLE') return this.#grow(8, (at) => this.#bytes.writeDoubleLE(value, at))
    return this.#leaf.type === 'INT64' && this.#grow(8, (at) => this.#bytes.writeBigInt64LE(BigInt(Math.trunc(value)), at))
  }

  /** Halves of UTF-16 pairs become U+FFFD. */
  #text(text: string): boolean {
    const length = Buffer.byteLength(text, 'utf8')
    return this.#grow(4 + length, (at) => {
      this.#bytes.writeUInt32LE(length, at)
      this.#bytes.write(text, at + 4, 'utf8')
    })
  }

  #grow(by: number, write: (at: number) => void): true {
    if (this.#at + by > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + by))
      this.#bytes.copy(larger, 0, 0, this.#at)
      this.#bytes = larger
    }
    write(this.#at)
    this.#at += by
    return true
  }

  #flush(): void {
    if (this.#rows === 0) return
    const { bytes, unpacked } = dataPage(this.#leaf, {
      values: this.#bytes.subarray(0, this.#at),
      definitions: this.#definitions,
      repetitions: this.#repetitions,
      nulls: this.#nulls,
      rows: this.#rows,
    })
    this.#pages.push(bytes)
    this.#unpacked += unpacked
    this.#values += this.#definitions.length
    this.#definitions = []
    this.#repetitions = []
    this.#at = 0
    this.#nulls = 0
    this.#rows = 0
  }
}
