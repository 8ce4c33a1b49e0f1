import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { toFault } from '#record'

/** A file below a folder, or something there that could not be looked at. */
export type Found = { kind: 'file'; path: string } | { kind: 'problem'; path: string; reason: string }

/**
 * Files below a folder in a stable order (by path, code units), hidden ones left out. Links are followed only to files that lie inside the
 * folder; a download cache of the Hub, whose files are links into `blobs`, counts as one folder.
 */
export async function* walkFolder(root: string): AsyncGenerator<Found> {
  yield* walk(root, '', await boundaryOf(root))
}

async function* walk(root: string, folder: string, boundary: string): AsyncGenerator<Found> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.filter(({ name }) => !name.startsWith('.')).sort(byName)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isFile()) yield { kind: 'file', path }
    else if (entry.isDirectory()) yield* walkInner(root, path, boundary)
    else if (entry.isSymbolicLink()) yield* followLink(root, path, boundary)
  }
}

async function* walkInner(root: string, path: string, boundary: string): AsyncGenerator<Found> {
  try {
    yield* walk(root, path, boundary)
  } catch (error) {
    const { message, remedy } = toFault(error, path)
    yield { kind: 'problem', path, reason: `${message} ${remedy ?? ''}`.trim() }
  }
}

async function* followLink(root: string, path: string, boundary: string): AsyncGenerator<Found> {
  const target = await realpath(join(root, path)).catch(() => null)
  if (target === null) yield { kind: 'problem', path, reason: `${path} is a link to something that does not exist.` }
  else if (!target.startsWith(boundary + sep)) {
    yield { kind: 'problem', path, reason: `${path} is a link that leaves the folder and was not followed; open ${target} by itself.` }
  } else if ((await stat(target)).isFile()) yield { kind: 'file', path }
}

async function boundaryOf(root: string): Promise<string> {
  const real = await realpath(root)
  const cache = /^(.*[\\/]datasets--[^\\/]+)[\\/]snapshots[\\/][^\\/]+/.exec(real)
  return cache?.[1] ?? real
}

function byName(a: Dirent, b: Dirent): number {
  if (a.name === b.name) return 0
  return a.name < b.name ? -1 : 1
}
