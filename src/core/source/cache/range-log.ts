import { type FileHandle, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { FaultError, toFault } from '#record'
import type { ByteRange } from '../byte-ranges.ts'
import { openPlain, readFully, writeFully } from './log-files.ts'
import { checkEtag, headerLine, pieceLine, readIndex } from './log-index.ts'
import { addPiece, allGapsIn, gapsIn, locate, type Piece } from './pieces.ts'
import type { RemoteFile } from './remote-file.ts'

/**
 * What is kept of one remote file: `NAME.bin` has its pieces in the order they came, `NAME.idx` says which bytes of the file they are. A piece is
 * in the index once all its bytes are in the log, so a process may end at any moment. One process at a time; within it calls may overlap.
 */
export class RangeLog {
  private turn: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: RemoteFile,
    private readonly log: FileHandle,
    private readonly index: FileHandle,
    private pieces: Piece[],
    private logEnd: number,
    private indexEnd: number,
  ) {}

  /**
   * Opens or makes the pair of files at `base` (without ending), and its folder.
   * @throws Fault `conflict` (parts of it were fetched with another etag), `disk-full`, `read-only`, `unreadable`
   */
  static open(base: string, file: RemoteFile): Promise<RangeLog> {
    return asFault(base, async () => {
      await mkdir(dirname(base), { recursive: true })
      const log = await openPlain(`${base}.bin`)
      const index = await openPlain(`${base}.idx`).catch(async (error) => {
        await log.close()
        throw error
      })
      try {
        const read = readIndex(await readFile(index), file, (await log.stat()).size)
        const { pieces, length } = read ?? { pieces: [], length: 0 }
        const opened = new RangeLog(file, log, index, pieces, endOf(pieces), length)
        if (read === null) await opened.clear()
        return opened
      } catch (error) {
        await Promise.all([log.close(), index.close()])
        throw error
      }
    })
  }

  /** @throws Fault `conflict` when this log is of another content of the file. */
  check(file: RemoteFile): void {
    checkEtag(file, this.file.etag)
  }

  /** What of these ranges is not here: sorted, apart from each other. */
  gaps(wanted: readonly ByteRange[]): ByteRange[] {
    return allGapsIn(this.pieces, wanted)
  }

  /** The bytes of a range; null unless all of them are here. */
  read(wanted: ByteRange): Promise<Uint8Array | null> {
    return this.inTurn(async () => {
      const parts = locate(this.pieces, wanted)
      if (parts === null) return null
      const bytes = Buffer.allocUnsafeSlow(wanted.end - wanted.start)
      for (const { start, end, at } of parts) await readFully(this.log, bytes.subarray(start - wanted.start, end - wanted.start), at)
      return bytes
    })
  }

  /** Keeps the bytes that begin at `start` of the file; those that are here already are passed over. @throws Fault `disk-full`, `read-only` */
  append(start: number, chunk: Uint8Array): Promise<void> {
    return this.inTurn(async () => {
      for (const gap of gapsIn(this.pieces, { start, end: start + chunk.length })) {
        await this.write(gap.start, chunk.subarray(gap.start - start, gap.end - start))
      }
    })
  }

  /** Lets go of everything outside a range. */
  keepOnly(range: ByteRange): Promise<void> {
    return this.inTurn(async () => {
      const kept: { start: number; bytes: Buffer }[] = []
      for (const { start, end, at } of this.pieces.map((piece) => cut(piece, range)).filter((piece) => piece.end > piece.start)) {
        const bytes = Buffer.allocUnsafeSlow(end - start)
        await readFully(this.log, bytes, at)
        kept.push({ start, bytes })
      }
      await this.clear()
      for (const { start, bytes } of kept) await this.write(start, bytes)
    })
  }

  /** Waits for what was begun. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      await Promise.all([this.log.close(), this.index.close()])
    })
  }

  /** The index goes first: without it the log is nothing. */
  private async clear(): Promise<void> {
    await this.index.truncate(0)
    await this.log.truncate(0)
    this.pieces = []
    this.logEnd = 0
    this.indexEnd = await writeFully(this.index, Buffer.from(headerLine(this.file)), 0)
  }

  /** After a write that failed both ends stay where they were: the next one writes over what came of it. */
  private async write(start: number, bytes: Uint8Array): Promise<void> {
    const piece = { start, end: start + bytes.length, at: this.logEnd }
    const logEnd = await writeFully(this.log, bytes, this.logEnd)
    this.indexEnd = await writeFully(this.index, Buffer.from(pieceLine(piece)), this.indexEnd)
    this.logEnd = logEnd
    addPiece(this.pieces, piece)
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(() => asFault(this.file.path, work))
    this.turn = result.catch(() => undefined)
    return result
  }
}

async function asFault<T>(culprit: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new FaultError(toFault(error, culprit), { cause: error })
  }
}

/** Where the pieces end in the log; what lies behind was being written when a process ended. */
function endOf(pieces: readonly Piece[]): number {
  return pieces.reduce((end, piece) => Math.max(end, piece.at + piece.end - piece.start), 0)
}

function cut(piece: Piece, range: ByteRange): Piece {
  const start = Math.max(piece.start, range.start)
  return { start, end: Math.min(piece.end, range.end), at: piece.at + start - piece.start }
}
