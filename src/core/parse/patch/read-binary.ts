import type { LineReader } from './line-reader.ts'

/** Base85 data, the sizes above it and the blank lines around it: all that follows `GIT binary patch`. */
const DATA = /^(?:(?:literal|delta) \d+|[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{1,70}|)\r?$/

/** Skips a binary file's content behind its header; true when there was one. */
export function skipBinary(reader: LineReader): boolean {
  const line = reader.peek()?.trimEnd()
  if (line === undefined) return false
  if (line.endsWith(' differ') && /^(?:Binary files|Files) /.test(line)) {
    reader.advance()
    return true
  }
  if (line !== 'GIT binary patch') return false
  do reader.advance()
  while (DATA.test(reader.peek() ?? '-'))
  return true
}
