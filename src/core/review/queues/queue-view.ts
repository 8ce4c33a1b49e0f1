import type { QueueItem } from '#record'
import type { Judgment } from './judgments-of.ts'
import { type ItemLook, lookAt } from './look-at.ts'

/**
 * A queue as one reviewer sees it: a number for each item, in the queue's order. Numbers side by side, because 100,000 of them are looked through
 * in a tenth of a millisecond.
 */
export interface QueueView {
  /** 1 where the reviewer has still to judge the item, else 0. */
  open: Uint8Array
  /** When the reviewer put it off, in any rising numbers; 0 for never. */
  skippedAt: Float64Array
  /** Seq of the reviewer's answer; 0 without one about the row as it is. */
  judgedAt: Float64Array
}

/** What is known of a queue. */
interface QueueFacts {
  items: readonly QueueItem[]
  judgmentsOf: (id: string) => readonly Judgment[]
  /** When the reviewer put items off, by id, in rising numbers from 1. */
  skips: ReadonlyMap<string, number>
}

/** How a reviewer sees a queue. */
export function viewOf({ items, judgmentsOf, skips }: QueueFacts, reviewer: string): QueueView {
  const view = {
    open: new Uint8Array(items.length),
    skippedAt: new Float64Array(items.length),
    judgedAt: new Float64Array(items.length),
  }
  items.forEach((item, place) => {
    updateView(view, place, lookAt(item, judgmentsOf(item.id), reviewer))
    view.skippedAt[place] = skips.get(item.id) ?? 0
  })
  return view
}

/** Brings one item of a view up to date. */
export function updateView(view: QueueView, place: number, { isOpen, judgedAt }: ItemLook): void {
  view.open[place] = Number(isOpen)
  view.judgedAt[place] = judgedAt
}
