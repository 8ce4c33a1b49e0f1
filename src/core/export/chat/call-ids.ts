import type { Call, Message } from '#record'
import { isWrittenInContent } from '#review'
import type { NoteBook } from './note-book.ts'

/**
 * An id for each call that is one of its own, unlike every other of the example: the row's where it has one, else `call_` with the numbers of message and
 * call. Of calls with one id the first keeps it, and answers go by the call they belong to, not by its id.
 */
export function callIds(messages: readonly Message[], book: NoteBook): Map<Call, string> {
  const own = messages.flatMap(({ index, calls }) =>
    calls.flatMap((call, place) => (isWrittenInContent(call.protocol) ? [] : [{ call, index, place, id: (call.id ?? '').toWellFormed() }])),
  )
  const named = new Set(own.map(({ id }) => id))
  const taken = new Set<string>()
  const ids = new Map<Call, string>()
  for (const { call, index, place, id } of own) {
    const isFree = id !== '' && !taken.has(id)
    if (id !== '' && !isFree) book.tell('changed', 'call-id', index, 'Calls repeat an id of an earlier call and get one of their own.')
    const chosen = isFree ? id : madeUpId(`call_${index}_${place}`, (made) => named.has(made) || taken.has(made))
    taken.add(chosen)
    ids.set(call, chosen)
  }
  return ids
}

function madeUpId(id: string, isTaken: (id: string) => boolean): string {
  let free = id
  while (isTaken(free)) free = `${free}_`
  return free
}
