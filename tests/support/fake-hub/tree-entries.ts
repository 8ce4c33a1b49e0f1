import { createHash } from 'node:crypto'
import { gitBlobId } from './git-blob-id.ts'
import { lfsPointer } from './lfs-pointer.ts'
import type { FakeCommit, FakeFile } from './types.ts'

/** An entry as `tree` and `paths-info` write it. */
export interface TreeEntry {
  type: 'file' | 'directory'
  oid: string
  size: number
  path: string
  lfs?: { oid: string; size: number; pointerSize: number }
  xetHash?: string
  lastCommit?: { id: string; title: string; date: string }
}

/** When every commit of a fake was made. */
export const COMMIT_DATE = '2026-09-01T12:00:00.000Z'

/** Files and folders of a commit below a folder (`''` for all), in order of path; null when there is no such folder. */
export function treeEntries(commit: FakeCommit, folder: string, isRecursive: boolean): TreeEntry[] | null {
  const root = folder === '' ? '' : `${folder}/`
  const below = commit.files.filter(({ path }) => path.startsWith(root))
  if (below.length === 0 && folder !== '') return null
  const isListed = (path: string) => isRecursive || !path.slice(root.length).includes('/')
  const folders = new Set(below.flatMap(({ path }) => foldersOf(path)).filter((path) => path.startsWith(root) && path !== folder))
  return [...below.map(fileEntry), ...[...folders].map(folderEntry)]
    .filter(({ path }) => isListed(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export function fileEntry({ path, size, etag, isLfs }: FakeFile): TreeEntry {
  if (!isLfs) return { type: 'file', oid: etag, size, path }
  const pointer = lfsPointer(etag, size)
  const lfs = { oid: etag, size, pointerSize: pointer.length }
  return { type: 'file', oid: gitBlobId(pointer), size, path, lfs, xetHash: xetHashOf(etag) }
}

/** Any 64 hex digits will do: a real xet hash is a Merkle root over chunks. */
export function xetHashOf(etag: string): string {
  return createHash('sha256').update(`xet ${etag}`).digest('hex')
}

function folderEntry(path: string): TreeEntry {
  return { type: 'directory', oid: createHash('sha1').update(`tree ${path}`).digest('hex'), size: 0, path }
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}
