import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { OpenFile, OpenFileForWriting, WrittenFile } from './types.ts'

/** Bytes held back before they are written: large enough for few writes, small enough to stay flat. */
const CHUNK = 1 << 20

/** Makes a new file; an existing one is an error, for nothing may be overwritten in place. */
export const openNewFile: OpenFileForWriting = (path): Promise<FileHandle> => open(path, 'wx')

/** A file that counts and hashes what it is given. Lone surrogates of a text become U+FFFD, so that it is always valid UTF-8. */
export class HashedFile {
  readonly #file: OpenFile
  readonly #name: string
  readonly #hash = createHash('sha256')
  #held: Uint8Array[] = []
  #heldBytes = 0
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

  /** Appends what is no row: a header, a whole document. Bytes may not change any more. */
  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    this.#held.push(bytes)
    this.#heldBytes += bytes.length
    if (this.#heldBytes >= CHUNK) await this.#flush()
  }

  /** Appends one row and answers its number, from 1. */
  async writeRow(content: string | Uint8Array): Promise<number> {
    this.#rows += 1
    const row = this.#rows
    await this.write(content)
    return row
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
    const [first, ...more] = this.#held
    if (!first) return
    const bytes = more.length === 0 ? first : Buffer.concat(this.#held)
    this.#held = []
    this.#heldBytes = 0
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    await this.#file.writeFile(bytes)
  }
}
