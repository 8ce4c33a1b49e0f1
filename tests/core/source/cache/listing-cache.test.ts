import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createListingCache, type Listing } from '../../../../src/core/source/cache/listing-cache.ts'
import { newFolder } from '../hub/hub-setup.ts'

const listing: Listing = {
  commit: 'c'.repeat(40),
  path: null,
  files: [{ path: 'data/a b.parquet', bytes: 12, etag: 'e1' }],
  card: '---\n---\n',
}

it('gives a listing back, by its commit and path', async () => {
  const cache = createListingCache(newFolder())
  await cache.put(listing)
  expect(await cache.get(listing.commit, null)).toEqual(listing)
  expect(await cache.get(listing.commit, 'data')).toBeNull()
})

it.each([
  ['null', null],
  ['no files', { ...listing, files: undefined }],
  ['a file that is none', { ...listing, files: [null] }],
  ['a path that leads out', { ...listing, files: [{ ...listing.files[0], path: '../../whoami' }] }],
  ['a size below nothing', { ...listing, files: [{ ...listing.files[0], bytes: -1 }] }],
  ['no etag', { ...listing, files: [{ path: 'a', bytes: 1 }] }],
  ['a card that is no text', { ...listing, card: 7 }],
  ['the listing of another commit', { ...listing, commit: 'd'.repeat(40) }],
])('takes %s for nothing', async (_, written) => {
  const folder = newFolder()
  const cache = createListingCache(folder)
  await cache.put(listing)
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), JSON.stringify(written))
  expect(await cache.get(listing.commit, null)).toBeNull()
})
