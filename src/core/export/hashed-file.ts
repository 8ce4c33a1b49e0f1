import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { OpenFile, OpenFileForWriting, WrittenFile } from './types.ts'

/** Text held back before it is written: large enough for few writes, small enough to stay flat. UTF-16 units. */
const CHUNK = 1 << 20

/** Makes a new file; an existing one is an error, for nothing may be overwritten in place. */
export const openNewFile: OpenFileForWriting = (path): Promise<FileHandle> => open(path, 'wx')

/** A text file that counts and hashes what it is given. Lone surrogates become U+FFFD, so that it is always valid UTF-8. */
export class HashedFile {
  readonly #file: OpenFile
  readonly #name: string
  readonly #hash = createHash('sha256')
  #held: string[] = []
  #heldUnits = 0
  #bytes = 0
  #rows = 0
  #isOpen = true

  private constructor(file: OpenFile, name: string) {
    this.#file = file
    this.#name = name
  }

  /** Makes the file at `path`; `name` is what the export calls it. */
  static async create(path: string, name: string, openFile: OpenFileForWriting = openNewFile): Promise<HashedFile> {
    return new HashedFile(await openFile(path), name)
  }

  /** Appends text that is no row: a header, a whole document. */
  async write(text: string): Promise<void> {
    this.#held.push(text)
    this.#heldUnits += text.length
    if (this.#heldUnits >= CHUNK) await this.#flush()
  }

  /** Appends one row. */
  async writeRow(text: string): Promise<void> {
    this.#rows += 1
    await this.write(text)
  }

  /** Writes what is held back, waits for the disk and closes. */
  async finish(): Promise<WrittenFile> {
    await this.#flush()
    await this.#file.sync()
    await this.close()
    return { path: this.#name, sha256: this.#hash.digest('hex'), bytes: this.#bytes, rows: this.#rows }
  }

  /** Closes without finishing; again is no error. */
  async close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.#file.close()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#held.join(''), 'utf8')
    this.#held = []
    this.#heldUnits = 0
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    if (bytes.length > 0) await this.#file.writeFile(bytes)
  }
}
