import type { ParquetType } from 'hyparquet'
import { packLevels } from './levels.ts'
import { snappy } from './snappy.ts'
import { varint } from './varint.ts'

/** A column without columns in it. */
export interface Leaf {
  path: string[]
  type: ParquetType
  /** Levels of a value that is there, and of one within all its lists. */
  definition: number
  repetition: number
}

/** What stands in a page: whole rows. */
export interface PageContent {
  /** PLAIN, without the nulls; booleans a byte each. */
  values: Uint8Array
  /** Levels of each value and null. */
  definitions: readonly number[]
  repetitions: readonly number[]
  nulls: number
  rows: number
}

/** Values of the format's enums. */
const PLAIN = 0
const DATA_PAGE_V2 = 3

/** In Thrift's compact protocol: a 32-bit number of the next field, and the struct five fields on. */
const NEXT_NUMBER = 0x15
const STRUCT_FIVE_ON = 0x5c
const STOP = 0

/** A page of version 2, whose levels are not compressed, and its bytes before compression. */
export function dataPage({ type, definition, repetition }: Leaf, content: PageContent): { bytes: Uint8Array; unpacked: number } {
  const plain = type === 'BOOLEAN' ? bitsOf(content.values) : content.values
  const repetitions = packLevels(content.repetitions, widthOf(repetition))
  const definitions = packLevels(content.definitions, widthOf(definition))
  const packed = snappy(plain)
  const levels = repetitions.length + definitions.length
  const counts = [content.definitions.length, content.nulls, content.rows, PLAIN, definitions.length, repetitions.length]
  const header = pageHeader(levels + plain.length, levels + packed.length, counts)
  return { bytes: Buffer.concat([header, repetitions, definitions, packed]), unpacked: header.length + levels + plain.length }
}

/** A page's header: PageHeader with its DataPageHeaderV2 (parquet.thrift of apache/parquet-format). All numbers are from 0 to 2^31. */
function pageHeader(unpacked: number, packed: number, counts: readonly number[]): Uint8Array {
  const number = (value: number): number[] => [NEXT_NUMBER, ...varint(value * 2)]
  const outer = [DATA_PAGE_V2, unpacked, packed].flatMap(number)
  return Uint8Array.from([...outer, STRUCT_FIVE_ON, ...counts.flatMap(number), STOP, STOP])
}

function widthOf(level: number): number {
  return level === 0 ? 0 : 32 - Math.clz32(level)
}

/** One bit a value, the first in the lowest. */
function bitsOf(values: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / 8))
  values.forEach((value, at) => {
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (value << (at & 7))
  })
  return bits
}
