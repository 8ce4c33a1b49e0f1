import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRemotePath, keyOf } from './remote-file.ts'

/** What is in a repository, or below one path of it, at a commit. It never changes. */
export interface Listing {
  commit: string
  /** Null for the whole repository. */
  path: string | null
  files: { path: string; bytes: number; etag: string }[]
  /** Text of the dataset card; null without one. */
  card: string | null
}

/** Listings in one folder, which is made when it is needed. */
export interface ListingCache {
  get(commit: string, path: string | null): Promise<Listing | null>
  put(listing: Listing): Promise<void>
  clear(): Promise<void>
}

/** Keeps listings as JSON files. They are a help: what cannot be read or written is asked for again. */
export function createListingCache(folder: string): ListingCache {
  const placeOf = (commit: string, path: string | null): string => join(folder, `${keyOf({ commit, path: path ?? '' })}.json`)
  return {
    async get(commit, path) {
      const listing = await readFile(placeOf(commit, path), 'utf8').then(parseListing, () => null)
      return listing?.commit === commit && listing.path === path ? listing : null
    },
    async put(listing) {
      const place = placeOf(listing.commit, listing.path)
      const part = `${place}.${randomBytes(4).toString('hex')}`
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(part, JSON.stringify(listing))
        await rename(part, place)
      } catch {
        await rm(part, { force: true }).catch(() => undefined)
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A workspace may come from somebody else: what is not as it was written counts for nothing. */
function parseListing(text: string): Listing | null {
  try {
    const listing = JSON.parse(text) as Partial<Listing> | null
    const isWhole =
      Array.isArray(listing?.files) && listing.files.every(isFile) && (listing.card === null || typeof listing.card === 'string')
    return isWhole ? (listing as Listing) : null
  } catch {
    return null
  }
}

function isFile(file: Partial<Listing['files'][number]> | null): boolean {
  return isRemotePath(file?.path) && typeof file?.etag === 'string' && Number.isSafeInteger(file.bytes) && Number(file.bytes) >= 0
}
