import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, resolve, sep } from 'node:path'
import { FaultError, fault, toFault } from '#record'
import { formatOf, isForeignData, KNOWN_ENDINGS } from './formats.ts'
import { globTest, isGlob } from './match-glob.ts'
import { type CardSplit, readCard } from './read-card.ts'
import type { OpenedSource } from './types.ts'
import { walkFolder } from './walk-folder.ts'

/** What the address names, before config and split are looked at. */
export interface Listing {
  kind: OpenedSource['kind']
  uri: string
  /** Folder that paths are relative to. */
  root: string
  paths: string[]
  problems: { path: string; reason: string }[]
  card: CardSplit[]
}

/**
 * Finds what is at a path of this machine: a folder, a file, or the files a glob matches.
 * @throws Fault `not-found`, `unreadable` or `bad-input` naming the address and what would have been allowed
 */
export async function listAddress(address: string): Promise<Listing> {
  const path = resolve(address.replace(/^~(?=$|[\\/])/, homedir()))
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (!(info instanceof Error)) return info.isDirectory() ? listFolder(path) : listFile(path)
  if (info.code === 'ENOENT' && isGlob(address)) return listGlob(path)
  throw new FaultError(toFault(info, path), { cause: info })
}

async function listFolder(root: string): Promise<Listing> {
  const { files, problems } = await collect(root)
  const foreign = files.filter(isForeignData)
  const paths = files.filter((path) => formatOf(path) !== null)
  if (paths.length === 0) throw nothingIn(root, foreign)
  const unknown = foreign.map((path) => ({
    path,
    reason: `${path} has an ending Winnow does not read; known are ${KNOWN_ENDINGS.join(', ')}.`,
  }))
  return { kind: 'folder', uri: root, root, paths, problems: [...problems, ...unknown], card: await readCard(root) }
}

function listFile(path: string): Listing {
  if (formatOf(path) === null) {
    throw fault('bad-input', `${path} has an ending Winnow does not read; known are ${KNOWN_ENDINGS.join(', ')}.`, {
      culprit: path,
      remedy: 'Open a file with one of these endings, or the folder it is in.',
    })
  }
  return { kind: 'file', uri: path, root: dirname(path), paths: [basename(path)], problems: [], card: [] }
}

async function listGlob(pattern: string): Promise<Listing> {
  const parts = pattern.split(sep)
  const root = parts.slice(0, parts.findIndex(isGlob)).join(sep) || sep
  const isMatch = globTest(parts.slice(parts.findIndex(isGlob)).join('/'))
  const { files, problems } = await collect(root)
  const paths = files.filter((path) => isMatch(path) && formatOf(path) !== null)
  if (paths.length === 0) {
    throw fault('not-found', `No readable file matches ${pattern}; endings Winnow reads are ${KNOWN_ENDINGS.join(', ')}.`, {
      culprit: pattern,
      remedy: 'Check the pattern; * stays inside a folder, ** crosses folders.',
    })
  }
  return { kind: 'glob', uri: pattern, root, paths, problems: problems.filter(({ path }) => isMatch(path)), card: [] }
}

async function collect(root: string): Promise<{ files: string[]; problems: Listing['problems'] }> {
  const files: string[] = []
  const problems: Listing['problems'] = []
  try {
    for await (const found of walkFolder(root)) {
      if (found.kind === 'file') files.push(found.path)
      else problems.push(found)
    }
  } catch (error) {
    throw new FaultError(toFault(error, root), { cause: error })
  }
  return { files, problems }
}

function nothingIn(root: string, foreign: string[]): FaultError {
  const seen = foreign.length > 0 ? ` It has ${foreign.length} of other kinds, such as ${foreign[0]}.` : ''
  return fault('bad-input', `${root} holds no file Winnow reads; known endings are ${KNOWN_ENDINGS.join(', ')}.${seen}`, {
    culprit: root,
    remedy: 'Open the folder that holds the data files.',
  })
}
