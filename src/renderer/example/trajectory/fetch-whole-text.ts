import type { Api } from '../../api/api.ts'
import type { TextPlace } from '../logic/find-plan.ts'

/** Units a call; the contract's limit. */
const STRIDE = 262_144

/** Fetches a text to its end, however long. */
export async function fetchWholeText(api: Api, id: string, place: TextPlace): Promise<string> {
  const call = place.call === null ? {} : { call: place.call }
  const pieces: string[] = []
  let offset = 0
  for (;;) {
    const piece = await api.example.text({ id, message: place.message, field: place.field, ...call, offset, limit: STRIDE })
    pieces.push(piece.text)
    offset = piece.offset + piece.text.length
    if (offset >= piece.size || piece.text === '') return pieces.join('')
  }
}
