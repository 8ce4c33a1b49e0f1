import { type RefObject, useEffect } from 'react'
import { centre, rangesIn } from '../find/highlight-text.ts'
import { placeKey, readFrom } from '../logic/find-plan.ts'
import { drawnForms, type Piece, pieceOf } from '../logic/finding-places.ts'
import type { Trace } from '../trajectory/trace-context.ts'
import type { TrajectoryHandle } from '../trajectory/trajectory.tsx'
import type { FindingsState } from './use-findings.ts'

const POINTED = 'winnow-finding'
/** Frames a card may take to be scrolled into being, and those after which a folded text is opened. */
const FRAMES = 40
const OPEN_AFTER = 8

/** Goes to what is pointed out, opens what it is folded in, and marks its words where they are drawn. */
export function usePointing({ pointed, list }: FindingsState, trace: Trace, trajectory: RefObject<TrajectoryHandle | null>): void {
  const piece = pointed ? pieceOf(list, pointed) : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening a fold changes the trace, and must not scroll again
  useEffect(() => {
    if (!piece?.at || piece.at.messageIndex === null) return
    trajectory.current?.goTo(piece.at.messageIndex, { flash: true })
    return pointOut(piece, piece.at.messageIndex, trace, () => trajectory.current?.element() ?? null)
  }, [pointed, piece])
}

/** Tries frame by frame, for a card is drawn only once it is near the window. Returns what ends it. */
function pointOut(piece: Piece, message: number, trace: Trace, root: () => HTMLElement | null): () => void {
  const { at } = piece
  if (!at || at.field === 'patch') return () => undefined
  const place = { message, field: at.field, call: at.call }
  let frame = 0
  let tries = 0
  const paint = () => {
    const element = root()
    const range = element && rangeOf(element, placeKey(place), drawnForms(piece))
    if (range) {
      CSS.highlights.set(POINTED, new Highlight(range))
      centre(element, range)
      return
    }
    tries += 1
    if (tries === OPEN_AFTER)
      trace.open(placeKey(place), readFrom({ offset: at.start, length: at.end - at.start }, at.field === 'content' ? 65_536 : 0))
    if (tries < FRAMES) frame = requestAnimationFrame(paint)
  }
  frame = requestAnimationFrame(paint)
  return () => {
    cancelAnimationFrame(frame)
    CSS.highlights.delete(POINTED)
  }
}

function rangeOf(root: HTMLElement, key: string, forms: readonly string[]): Range | null {
  const drawn = [...root.querySelectorAll<HTMLElement>('[data-text]')].filter((element) => element.dataset.text === key)
  for (const element of drawn) {
    for (const form of forms) {
      const [range] = rangesIn(element, form, 1)
      if (range) return range
    }
  }
  return null
}
