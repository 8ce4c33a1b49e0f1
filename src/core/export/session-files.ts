import { HashedFile } from './hashed-file.ts'
import type { RowSink } from './row-files.ts'
import type { OpenFileForWriting, WrittenFile } from './types.ts'

/** A file for each unit: each is whole before the next begins. */
export class SessionFiles implements RowSink {
  readonly #nameOf: (id: string) => string
  readonly #pathOf: (name: string) => string
  readonly #openFile: OpenFileForWriting | undefined
  readonly #written: WrittenFile[] = []

  constructor(nameOf: (id: string) => string, pathOf: (name: string) => string, openFile: OpenFileForWriting | undefined) {
    this.#nameOf = nameOf
    this.#pathOf = pathOf
    this.#openFile = openFile
  }

  async writeRow(row: Uint8Array, id: string): Promise<{ file: string; line: number }> {
    const name = this.#nameOf(id)
    const file = await HashedFile.create(this.#pathOf(name), name, this.#openFile)
    try {
      const line = await file.writeRow(row)
      this.#written.push(await file.finish())
      return { file: name, line }
    } finally {
      await file.close()
    }
  }

  async finish(): Promise<WrittenFile[]> {
    return this.#written
  }

  async close(): Promise<void> {}
}
