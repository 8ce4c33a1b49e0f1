import type { Detail } from '../types.ts'

/** Messages that are left out of the loss: those masked, and all behind a cut. Edits made for other bytes do not count. */
export function maskedMessages({ edits, messages, row }: Pick<Detail, 'edits' | 'messages' | 'row'>): ReadonlySet<number> {
  if (edits.contentHash !== row.contentHash) return new Set()
  const { cutAfter } = edits
  const behind = cutAfter === null ? [] : messages.map(({ index }) => index).filter((index) => index > cutAfter)
  return new Set([...edits.masked, ...behind])
}
