import { type FaultError, fault } from '#record'
import type { Listing, ListingCache } from '../cache/listing-cache.ts'
import { formatOf, isForeignData, KNOWN_ENDINGS } from '../formats.ts'
import { placeFiles } from '../place-files.ts'
import { parseCard } from '../read-card.ts'
import type { SourceFile } from '../types.ts'
import { listRepo, readText } from './list-repo.ts'
import type { Connection } from './net/create-connection.ts'
import type { Pinned } from './pin-revision.ts'
import type { HubOpenOptions } from './types.ts'

/** The files of a source, those that are left out with the reason, and what was done to find them, in sentences. */
export interface FoundData {
  files: SourceFile[]
  problems: { path: string; reason: string }[]
  notes: string[]
}

/**
 * The data files of a pinned repository, or below one path of it. A commit is listed once: then its listing is kept. Where that is lost, the
 * files the workspace remembers will do, as far as they are what is asked for.
 * @throws Fault as {@link listRepo}; `bad-input` when nothing is readable, or nothing has the wanted config or split.
 */
export async function listData(
  pinned: Pinned,
  path: string | null,
  options: HubOpenOptions,
  { connection, listings }: { connection: Connection; listings: ListingCache },
): Promise<FoundData> {
  const kept = await listings.get(pinned.commit, path)
  if (kept) return place(pinned.repo, kept, options)
  const known = knownFiles(pinned.commit, options)
  if (known.length > 0) return { files: known, problems: [], notes: [] }
  const listing = await askFor(pinned, path, connection, options.signal)
  const found = place(pinned.repo, listing, options)
  await listings.put(listing)
  return found
}

function knownFiles(commit: string, { known, config, split }: HubOpenOptions): SourceFile[] {
  if (known?.revision !== commit) return []
  return known.files.filter((file) => (config ?? file.config) === file.config && (split ?? file.split) === file.split)
}

async function askFor({ repo, commit }: Pinned, path: string | null, connection: Connection, signal?: AbortSignal): Promise<Listing> {
  const files = await listRepo(repo, commit, path, connection, signal)
  const hasCard = path !== null || files.some((file) => file.path === CARD)
  const card = hasCard ? await readText(repo, commit, CARD, connection, signal) : null
  return { commit, path, files: files.filter((file) => !isHidden(file.path) && !ABOUT_DATA.test(file.path)), card }
}

const CARD = 'README.md'
/** What the `datasets` library writes beside the data. */
const ABOUT_DATA = /(^|\/)dataset_(infos?|dict)\.json$/

/** As in a folder on disk. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'))
}

function place(repo: string, { path, files, card }: Listing, options: HubOpenOptions): FoundData {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const paths = [...byPath.keys()].sort(asInFolders)
  const foreign = paths.filter(isForeignData)
  const readable = paths.filter((name) => formatOf(name) !== null)
  if (readable.length === 0) throw nothingIn(path === null ? repo : `${repo}/${path}`, foreign)
  const placed = placeFiles(readable, parseCard(card ?? ''), options)
  const listed = placed.files.filter((file) => file.isListed)
  const unlisted = placed.files.filter((file) => !file.isListed)
  return {
    files: listed.map(({ path: name, config, split }): SourceFile => {
      const { bytes = 0, etag = null } = byPath.get(name) ?? {}
      return { path: name, bytes, config, split, etag }
    }),
    problems: [
      ...foreign.map((name) => ({
        path: name,
        reason: `${name} has an ending Winnow does not read; known are ${KNOWN_ENDINGS.join(', ')}.`,
      })),
      ...unlisted.map(({ path: name }) => ({
        path: name,
        reason: `${name} is in no config of the dataset's card and was left out; open it by itself to read it.`,
      })),
    ],
    notes: placed.notes,
  }
}

function nothingIn(what: string, foreign: string[]): FaultError {
  const seen = foreign.length > 0 ? ` It has ${foreign.length} of other kinds, such as ${foreign[0]}.` : ''
  return fault('bad-input', `${what} holds no file Winnow reads; known endings are ${KNOWN_ENDINGS.join(', ')}.${seen}`, {
    culprit: what,
    remedy: 'Name a dataset, or a folder of one, that holds such files.',
  })
}

/** Folder by folder, names by code units: the order of a folder on disk. */
function asInFolders(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const at = left.findIndex((part, index) => part !== right[index])
  const [x = '', y = ''] = [left[at], right[at]]
  if (x === y) return 0
  return x < y ? -1 : 1
}
