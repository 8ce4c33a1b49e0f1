import { HashedFile } from './hashed-file.ts'
import type { RowSink } from './row-files.ts'
import type { OpenFileForWriting, WrittenFile } from './types.ts'

/** Files that are written at once: a disk that is waited for takes many together in the time of one. */
const MOST_UNDERWAY = 16

/** A file for each unit, a few written at once; all are on the disk when it is finished. */
export class SessionFiles implements RowSink {
  readonly #nameOf: (id: string) => string
  readonly #pathOf: (name: string) => string
  readonly #openFile: OpenFileForWriting | undefined
  readonly #underway: Promise<WrittenFile>[] = []
  readonly #written: WrittenFile[] = []

  constructor(nameOf: (id: string) => string, pathOf: (name: string) => string, openFile: OpenFileForWriting | undefined) {
    this.#nameOf = nameOf
    this.#pathOf = pathOf
    this.#openFile = openFile
  }

  async writeRow(row: Uint8Array, id: string): Promise<{ file: string; line: number }> {
    if (this.#underway.length >= MOST_UNDERWAY) await this.#next()
    const name = this.#nameOf(id)
    const writing = this.#write(name, row)
    // Whoever waits for it hears of a failure.
    writing.catch(() => undefined)
    this.#underway.push(writing)
    return { file: name, line: 1 }
  }

  async finish(): Promise<WrittenFile[]> {
    while (this.#underway.length > 0) await this.#next()
    return this.#written
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#underway)
  }

  async #next(): Promise<void> {
    const written = await this.#underway.shift()
    if (written) this.#written.push(written)
  }

  async #write(name: string, row: Uint8Array): Promise<WrittenFile> {
    const file = await HashedFile.create(this.#pathOf(name), name, this.#openFile)
    try {
      await file.writeRow(row)
      return await file.finish()
    } finally {
      await file.close()
    }
  }
}
