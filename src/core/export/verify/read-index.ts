import { join } from 'node:path'
import { type IndexLine, indexLine, ROW_INDEX } from './index-line.ts'
import type { Problems } from './problems.ts'
import { readLines } from './read-lines.ts'

/** Reads the index of an export's rows; lines that are none are told and left out. */
export async function readIndex(dir: string, problems: Problems, signal: AbortSignal | undefined): Promise<IndexLine[]> {
  const lines: IndexLine[] = []
  for await (const { number, text } of readLines(join(dir, ROW_INDEX), signal)) {
    const line = text === null ? null : parse(text)
    if (line) lines.push(line)
    else problems.add('row', `${ROW_INDEX}:${number}`, `Line ${number} of ${ROW_INDEX} cannot be read.`)
  }
  return lines
}

function parse(text: string): IndexLine | null {
  try {
    return indexLine.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Whose row it is, for people. */
export function nameOf({ ids }: Pick<IndexLine, 'ids'>): string {
  return ids.join(' over ')
}
