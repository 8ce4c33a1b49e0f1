import type { Selected } from './logic/pick-place.ts'

/** What is selected inside one text of a run; null when nothing is, or more than one text. */
export function selectedText(): Selected | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const element = textAround(range.startContainer)
  if (!element || element !== textAround(range.endContainer)) return null
  const [message = '', field = '', call] = (element.dataset.text ?? '').split('/')
  const text = ownText(element, range, 'inside')
  if (text === '' || (field !== 'content' && field !== 'reasoning' && field !== 'arguments')) return null
  // What a fold hides lies between the head and the tail: a place in the tail is counted from the end.
  const fold = element.querySelector('.fold-bar:not(.fold-bar-top)')
  const isFromEnd = fold !== null && element.dataset.from === undefined && range.comparePoint(fold, 0) < 0
  const ordinal = countOf(ownText(element, range, isFromEnd ? 'behind' : 'before'), text)
  const from = Number(element.dataset.from ?? 0)
  return { text, message: Number(message), field, call: call === undefined ? null : Number(call), ordinal, isFromEnd, from }
}

function textAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.trajectory [data-text]') ?? null
}

/** The text of an element before, inside or behind a range; labels of buttons are no part of it, nor are words in place of what is redacted. */
function ownText(element: HTMLElement, range: Range, which: 'before' | 'inside' | 'behind'): string {
  const part = document.createRange()
  part.selectNodeContents(element)
  if (which !== 'before')
    part.setStart(which === 'inside' ? range.startContainer : range.endContainer, which === 'inside' ? range.startOffset : range.endOffset)
  if (which !== 'behind')
    part.setEnd(which === 'inside' ? range.endContainer : range.startContainer, which === 'inside' ? range.endOffset : range.startOffset)
  const copy = part.cloneContents()
  for (const other of copy.querySelectorAll('button, .redacted, .visually-hidden')) other.remove()
  return copy.textContent ?? ''
}

function countOf(text: string, wanted: string): number {
  let count = 0
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) count += 1
  return count
}
