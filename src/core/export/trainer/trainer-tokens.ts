import type { EncodedText } from '#measure'
import type { TextSpan, TrainerTokens } from '#record'
import type { TokenEncoder } from '../template/token-encoder.ts'
import type { Reading } from './reading.ts'

/**
 * Which tokens are trained on: those of which any character is, as Transformers makes its mask (`char_to_token` of both ends of a span, in
 * `apply_chat_template`). So a token that straddles the start or the end of a span is trained on whole.
 */
export function trainedTokens({ starts, ends }: Pick<EncodedText, 'starts' | 'ends'>, trained: readonly TextSpan[]): Uint8Array {
  const mask = new Uint8Array(starts.length)
  let span = 0
  for (let place = 0; place < starts.length; place += 1) {
    const start = starts[place] ?? 0
    while ((trained[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span += 1
    if ((trained[span]?.start ?? Number.POSITIVE_INFINITY) < (ends[place] ?? 0)) mask[place] = 1
  }
  return mask
}

/** Tokens of what a trainer reads, with the message at which a context of that length ends. */
export function trainerTokens(
  { text, trained, places, roles }: Reading,
  encoder: TokenEncoder,
  contextLength: number | null,
): TrainerTokens {
  const tokens = encoder.encode(text)
  const mask = trainedTokens(tokens, trained ?? [])
  const byRole: TrainerTokens['byRole'] = {}
  const total = tokens.ids.length
  let cut: TrainerTokens['cut'] = null
  let next = 0
  for (let place = 0; place < total; place += 1) {
    const start = tokens.starts[place] ?? 0
    while ((places[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    const at = places[next]
    const role = at && at.start <= start ? (roles.get(at.messageIndex) ?? '') : ''
    const counted = byRole[role] ?? { total: 0, trained: 0 }
    byRole[role] = { total: counted.total + 1, trained: counted.trained + (mask[place] ?? 0) }
    if (place === contextLength) cut = { messageIndex: at?.messageIndex ?? places.at(-1)?.messageIndex ?? 0, tokens: total - place }
  }
  return { encoding: encoder.encoding, total, trained: mask.reduce((sum, one) => sum + one, 0), byRole, contextLength, cut }
}
