import { create } from 'zustand'
import type { QueueDraft } from './logic/queue-draft.ts'
import type { Queue } from './types.ts'

/** The dialog over the screen. `fill` is what a quick start changes of a first draft; `queue` null is what Browse shows. */
export type ReviewDialog =
  | { kind: 'new-queue'; fill: Partial<QueueDraft> }
  | { kind: 'rename'; queue: Queue }
  | { kind: 'remove'; queue: Queue }
  | { kind: 'write-pack'; queue: string | null }
  | { kind: 'open-pack' }
  | { kind: 'merge' }

/** What the lower right shows. */
export type ReviewTab = 'disagreements' | 'ledger'

interface ReviewView {
  dialog: ReviewDialog | null
  tab: ReviewTab
}

/** What of the Review screen is open. */
export const useReviewView = create<ReviewView>(() => ({ dialog: null, tab: 'disagreements' }))

/** Opens a dialog in place of the one that is open; null closes it. */
export function openReview(dialog: ReviewDialog | null): void {
  useReviewView.setState({ dialog })
}

/** Shows disagreements or the ledger. */
export function showTab(tab: ReviewTab): void {
  useReviewView.setState({ tab })
}
