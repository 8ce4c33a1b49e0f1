import type { Answers } from '../../../api/api.ts'
import type { Detail } from '../../types.ts'

/** A place of a text in an example, as the host tells it. */
export type Place = Answers['step']['occurrences'][number]

/** A text somebody selected, as far as the page can tell where it stands. */
export interface Selected {
  text: string
  message: number
  field: 'content' | 'reasoning' | 'arguments'
  call: number | null
  /** How many of the same stand before it among those that are drawn, from offset `from` on, or behind it when `isFromEnd`. */
  ordinal: number
  isFromEnd: boolean
  from: number
}

/** The places of a text that nothing redacts yet. */
export function openPlaces(places: readonly Place[], redactions: Detail['edits']['redactions']): Place[] {
  return places.filter((place) => !redactions.some(({ at }) => isSameText(at, place) && at.start < place.end && place.start < at.end))
}

/** Which of these places was selected; null when that cannot be told. A call that is written in its message's text is told there. */
export function pickPlace(places: readonly Place[], selected: Selected): Place | null {
  const { message, field, call, ordinal, isFromEnd, from } = selected
  const here = places.filter((one) => one.messageIndex === message && one.field === field && one.call === call && one.start >= from)
  if (here.length > 0) return here.at(isFromEnd ? -1 - ordinal : ordinal) ?? null
  const written = field === 'arguments' ? places.filter((one) => one.messageIndex === message && one.field === 'content') : []
  return written.length === 1 ? (written[0] ?? null) : null
}

function isSameText(a: Place, b: Place): boolean {
  return a.messageIndex === b.messageIndex && a.field === b.field && a.call === b.call
}
