import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isLfsPath } from './bytes-file.ts'
import type { FakeCommit, FakeFile, FakeRepo } from './types.ts'

/** Larger files must be in LFS, whatever their name. */
const LARGEST_PLAIN = 10 * 1024 * 1024

/** A folder on disk as a repository of one commit; its files are read where they are. */
export async function folderRepo(id: string, folder: string, options: Omit<FakeRepo, 'id' | 'commits'> = {}): Promise<FakeRepo> {
  return { ...options, id, commits: [await folderCommit(folder)] }
}

/** What a folder holds as a commit, named by the contents: the same files make the same one. */
export async function folderCommit(folder: string): Promise<FakeCommit> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files: FakeFile[] = []
  for (const path of paths.filter((one) => !isGitsOwn(relative(folder, one))).sort()) files.push(await folderFile(folder, path))
  const contents = createHash('sha1').update(files.map(({ path, etag }) => `${path}\n${etag}\n`).join(''))
  return { sha: contents.digest('hex'), files }
}

async function folderFile(folder: string, path: string): Promise<FakeFile> {
  const { size } = await stat(path)
  const name = relative(folder, path).split(sep).join('/')
  const isLfs = isLfsPath(name) || size > LARGEST_PLAIN
  return { path: name, size, isLfs, etag: await etagOf(path, size, isLfs), read: (start, end) => readPart(path, start, end) }
}

async function etagOf(path: string, size: number, isLfs: boolean): Promise<string> {
  const hash = isLfs ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`)
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

async function readPart(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start)
    if (bytesRead < end - start) throw new Error(`${path} became shorter while it was served`)
    return buffer
  } finally {
    await file.close()
  }
}

function isGitsOwn(path: string): boolean {
  return path.split(sep)[0] === '.git'
}
