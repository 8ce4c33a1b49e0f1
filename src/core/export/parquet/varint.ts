/** A whole number from 0 to 2^53, 7 bits a byte, the low ones first, as Snappy, Thrift and the levels of Parquet write one. */
export function varint(number: number): number[] {
  const bytes: number[] = []
  let rest = number
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
  return bytes
}
