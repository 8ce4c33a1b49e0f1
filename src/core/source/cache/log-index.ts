import { fault } from '#record'
import { addPiece, gapsIn, type Piece } from './pieces.ts'
import type { RemoteFile } from './remote-file.ts'

/** What an index file says. */
export interface LogIndex {
  pieces: Piece[]
  /** Bytes of the index that are good; what follows was being written when the process ended. */
  length: number
}

const NEWLINE = 0x0a
const PIECE = /^(\d{1,15}) (\d{1,15}) (\d{1,15})$/

/** The first line of an index: whose bytes these are. */
export function headerLine({ repo, commit, path, etag, bytes }: RemoteFile): string {
  return `${JSON.stringify({ repo, commit, path, etag, length: bytes })}\n`
}

/** The line of a piece: start, length, offset in the log. */
export function pieceLine({ start, end, at }: Piece): string {
  return `${start} ${end - start} ${at}\n`
}

/**
 * Reads an index. A last line without its end is ignored, and so is a piece that the log (`logBytes` long) does not hold; anything else that is not
 * as it was written makes the whole worthless: null.
 * @throws Fault `conflict` when it is about the same file at the same commit with another etag.
 */
export function readIndex(bytes: Buffer, file: RemoteFile, logBytes: number): LogIndex | null {
  const length = bytes.lastIndexOf(NEWLINE) + 1
  const [header = '', ...lines] = bytes.toString('utf8', 0, length).split('\n').slice(0, -1)
  if (!isHeaderOf(header, file)) return null
  const pieces: Piece[] = []
  for (const line of lines) {
    const [start, count, at] = PIECE.exec(line)?.slice(1).map(Number) ?? []
    if (start === undefined || count === undefined || at === undefined || start + count > file.bytes) return null
    const piece = { start, end: start + count, at }
    if (at + count <= logBytes && isNew(pieces, piece)) addPiece(pieces, piece)
  }
  return { pieces, length }
}

function isNew(pieces: readonly Piece[], piece: Piece): boolean {
  const [gap] = gapsIn(pieces, piece)
  return gap !== undefined && gap.start === piece.start && gap.end === piece.end
}

function isHeaderOf(line: string, file: RemoteFile): boolean {
  const header = parseHeader(line)
  if (header?.commit !== file.commit || header.path !== file.path) return false
  checkEtag(file, String(header.etag))
  return header.length === file.bytes
}

function parseHeader(line: string): Partial<Record<string, unknown>> | null {
  try {
    return JSON.parse(line) as Partial<Record<string, unknown>> | null
  } catch {
    return null
  }
}

/** @throws Fault `conflict` when parts of the file were fetched under another etag. */
export function checkEtag({ repo, commit, path, etag }: RemoteFile, cached: string): void {
  if (cached === etag) return
  const at = commit.slice(0, 12)
  throw fault('conflict', `${path} of ${repo} at ${at} has the etag ${etag} now, and had ${cached} when parts of it were fetched.`, {
    culprit: path,
    remedy: 'A commit does not change, so one of the two is wrong. Empty the cache to fetch the file anew.',
  })
}
