import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { navigate, routeFromHash } from '../../app/route.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { faultOf } from '../../state/fault-of.ts'
import { allHeard, sendInOrder } from '../../state/outbox.ts'
import { announce, toast } from '../../widgets/toast-store.ts'
import { type Going, type Place, placeAhead } from '../logic/place.ts'
import { placeQuery } from '../queries.ts'
import type { PlaceHere } from '../use-place.ts'

/** Ways from one example to another. */
export interface Moves {
  back: () => void
  /** To the next, without a word on this one. */
  pass: () => void
  /** In a queue the example comes again when the others are judged. */
  skip: () => void
  /** On after a decision. */
  goOn: () => void
}

/** What is left of the way, as the screen shows it. */
export interface Ending {
  /** The card at the end stands in place of the example. */
  isEnded: boolean
  /** Nothing is left of the queue or the selection. */
  onEnd: () => void
  /** Somebody comes back from the end. */
  onBack: () => void
}

/** The ways from an example, with the keys of going back and forth. */
export function useMoves(id: string, { place, walk }: PlaceHere, { isEnded, onEnd, onBack }: Ending): Moves {
  const api = useApi()
  const client = useQueryClient()
  const { queue } = walk
  const show = (next: string) => navigate({ screen: 'example', id: next, message: null, queue })
  const step = (from: Place, how: Going): boolean => {
    if (from.next === null) return false
    client.setQueryData(placeQuery(api, walk, from.next).queryKey, placeAhead(id, from, how))
    show(from.next)
    return true
  }
  // More is left than is known here: the host says which, once it has heard what was said.
  const stepLater = async (how: Going) => {
    await allHeard()
    const fresh = await client.fetchQuery(placeQuery(api, walk, id))
    if (isAt(id) && !step(fresh, how)) onEnd()
  }
  const leave = (how: Going) => {
    if (step(place, how)) return
    if (place.left > 0) void stepLater(how).catch((error) => toast({ text: faultOf(error).message, tone: 'drop' }))
    else if (place.position !== null) onEnd()
  }
  const back = () => {
    if (isEnded) onBack()
    else if (place.previous !== null) show(place.previous)
  }
  const pass = () => {
    if (place.left > 0 || place.next !== null) leave('passed')
    else announce('Nothing comes after this one')
  }
  const skip = () => {
    if (walk.queue === null) return pass()
    const { reviewer } = walk
    const said = { exampleId: id, name: '', kind: 'skip' as const, reason: null, note: null, reviewer, queue: walk.queue }
    const call = { queue: walk.queue, id, ...(reviewer === '' ? {} : { reviewer }) }
    sendInOrder(said, () => api.queue.skip(call)).catch((error) => toast({ text: faultOf(error).message, tone: 'drop' }))
    announce(place.left > 0 ? `Skipped: it comes back at the end, ${place.left} before it` : 'Skipped: it is the last one left')
    leave('skipped')
  }
  useKeys([
    { key: '[', name: 'Previous example', group: 'Move', run: back },
    { key: ']', name: 'Next example', group: 'Move', run: pass },
  ])
  return { back, pass, skip, goOn: () => leave('decided') }
}

/** False once the person has gone elsewhere: they are not pulled back. */
function isAt(id: string): boolean {
  const route = routeFromHash(window.location.hash)
  return route.screen === 'example' && route.id === id
}
