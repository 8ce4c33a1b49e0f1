import type { QueueItem } from '#record'
import type { Judgment } from './judgments-of.ts'

/** What one item is to one reviewer. */
export interface ItemLook {
  /** He is to judge it. */
  isOpen: boolean
  /** Seq of his answer; 0 where he gave none about the row as it is. */
  judgedAt: number
}

/** An item is open for a reviewer who has not judged it, as long as fewer people have than it needs. What is about other bytes than the row has does not count. */
export function lookAt({ needs, contentHash }: Omit<QueueItem, 'id'>, judgments: readonly Judgment[], reviewer: string): ItemLook {
  const fresh = freshOf(contentHash, judgments)
  const own = fresh.find((judgment) => judgment.reviewer === reviewer)
  return { isOpen: contentHash !== null && !own && fresh.length < needs, judgedAt: own?.seq ?? 0 }
}

/** Those about the row as it is. An empty hash is of a row that nobody has seen whole; of a row that is gone nobody can tell. */
export function freshOf(contentHash: string | null, judgments: readonly Judgment[]): readonly Judgment[] {
  if (!contentHash) return judgments
  return judgments.filter((judgment) => judgment.contentHash === '' || judgment.contentHash === contentHash)
}
