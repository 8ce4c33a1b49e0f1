/** Bytes and rows from somewhere: a folder laid out like a Hub repository, a file, a glob. */
export { createRowReader } from './create-row-reader.ts'
export { KNOWN_ENDINGS } from './formats.ts'
export { type FolderEntry, type FolderListing, listOpenable } from './list-openable.ts'
export { openSource } from './open-source.ts'
export type * from './types.ts'
