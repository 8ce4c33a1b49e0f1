import { hitPlaces } from '../logic/hit-places.ts'
import type { Hit } from '../types.ts'
import { occurrences } from './occurrences.ts'

const LIMIT = 2000
const ALL = 'winnow-find'
const CURRENT = 'winnow-find-current'

/**
 * Highlights hits in every drawn text under an element, without touching the elements (CSS Custom Highlight API). Returns the range of the pointed hit,
 * or null when it is not drawn.
 */
export function highlightHits(root: HTMLElement, hits: ReadonlyMap<string, readonly Hit[]>, pointed: Hit | null): Range | null {
  const ranges: Range[] = []
  let current: Range | null = null
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
    const from = Number(element.dataset.from ?? 0)
    const here = (hits.get(element.dataset.text ?? '') ?? []).filter(({ offset }) => offset >= from)
    if (here.length === 0 || ranges.length >= LIMIT) continue
    const { text, rangeAt } = drawnText(element)
    for (const [i, at] of hitPlaces(text, here).entries()) {
      const hit = here[i]
      if (at === null || !hit || hit.match === '') continue
      const range = rangeAt(at, hit.match.length)
      ranges.push(range)
      if (hit === pointed) current = range
    }
  }
  CSS.highlights.set(ALL, new Highlight(...ranges))
  CSS.highlights.set(CURRENT, new Highlight(...(current ? [current] : [])))
  return current
}

/** Takes all highlights away. */
export function clearHighlights(): void {
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
}

/** Where a text is drawn in an element, ignoring case; at most `limit`. */
export function rangesIn(element: HTMLElement, query: string, limit: number): Range[] {
  const { text, rangeAt } = drawnText(element)
  return occurrences(text, query, limit).map((at) => rangeAt(at, query.length))
}

/** The text an element draws, and how a piece of it is pointed at. */
function drawnText(element: HTMLElement): { text: string; rangeAt: (at: number, length: number) => Range } {
  const nodes = textNodes(element)
  const starts: number[] = []
  let text = ''
  for (const node of nodes) {
    starts.push(text.length)
    text += node.data
  }
  const rangeAt = (at: number, length: number): Range => {
    const range = new Range()
    const [first, firstOffset] = nodeAt(nodes, starts, at)
    const [last, lastOffset] = nodeAt(nodes, starts, at + length - 1)
    range.setStart(first, firstOffset)
    range.setEnd(last, lastOffset + 1)
    return range
  }
  return { text, rangeAt }
}

/** Text nodes in order, without those of buttons: a fold's label is no part of the text. */
function textNodes(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof HTMLButtonElement ? NodeFilter.FILTER_REJECT : node instanceof Text ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
  )
  const nodes: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node)
  return nodes
}

function nodeAt(nodes: Text[], starts: number[], offset: number): [Text, number] {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const node = nodes[low]
  if (!node) throw new RangeError(`There is no text at offset ${offset}`)
  return [node, offset - (starts[low] ?? 0)]
}

/** Brings a range that is at the edge of the window, or outside it, to its upper third. */
export function centre(root: HTMLElement, range: Range): void {
  const box = range.getBoundingClientRect()
  const frame = root.getBoundingClientRect()
  if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) root.scrollTop += box.top - frame.top - frame.height / 3
}
