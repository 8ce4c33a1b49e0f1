import type { EncodedText } from '#measure'
import type { ChatMessage } from '../chat/chat.ts'
import { NoteBook } from '../chat/note-book.ts'
import type { Leaving, RowContext } from '../targets/target-format.ts'
import { TemplateStop } from '../template/template-fault.ts'
import { shown } from './marker-checks.ts'
import { type RenderedExample, type RenderedTarget, renderedExample } from './rendered-example.ts'

/** A rendered example as the policy for overlong ones leaves it. */
export interface FittedExample extends RenderedExample {
  /** Null without an encoder. */
  encoded: EncodedText | null
}

/**
 * Renders an example so that it fits into the plan's context length, as the policy says. A run is cut after the last whole step that fits: an assistant
 * turn with all that answers it. What fits is rendered and counted, not reckoned, for templates write a run otherwise when it ends otherwise.
 */
export function fittedExample(target: RenderedTarget, one: Leaving, context: RowContext): FittedExample {
  const { encoder, policies, options } = context
  const render = (cut: Leaving): FittedExample => {
    const example = renderedExample(target, cut, context)
    return { ...example, encoded: encoder?.encode(example.rendered.text) ?? null }
  }
  const whole = orStopped(() => render(one), policies.lost)
  const total = whole.encoded?.ids.length ?? 0
  const limit = options.contextLength
  if (whole.isLeftOut || limit === null || total <= limit) return whole
  const policy = `overlong=${policies.overlong}`
  const length = `${shown(total)} tokens by ${encoder?.encoding ?? ''}, and the context length is ${shown(limit)}`
  if (policies.overlong === 'take') {
    whole.book.tell('lost', 'length', null, `${length}: the trainer cuts the example or drops it.`, policy)
    return whole
  }
  const cut =
    policies.overlong === 'cut' ? longestThatFits(stepEnds(whole.chat.messages), (count) => render(cutTo(one, count)), limit) : null
  if (cut === null) {
    const why = policies.overlong === 'cut' ? 'not even its first step fits' : 'it stays out'
    whole.book.tell('left-out', 'length', null, `${length}: ${why}.`, policy)
    return { ...whole, isLeftOut: true }
  }
  for (const index of whole.chat.indexes.slice(cut.chat.messages.length)) {
    cut.book.tell('lost', 'length', index, `${length}: cut after the last step that fits.`, policy)
  }
  return cut
}

/** An example that the template stops at stays out, whatever the policy. */
function orStopped(render: () => FittedExample, lost: RowContext['policies']['lost']): FittedExample {
  try {
    return render()
  } catch (error) {
    if (!(error instanceof TemplateStop)) throw error
    const book = new NoteBook()
    book.tell('left-out', 'template', null, error.fault.message, lost === 'take' ? null : `lost=${lost}`)
    const chat = { messages: [], indexes: [], tools: [], masked: new Set<number>() }
    return { chat, rendered: { text: '', trained: [], places: [] }, book, isLeftOut: true, encoded: null }
  }
}

/** How many messages there are up to the end of each step. */
function stepEnds(messages: readonly ChatMessage[]): number[] {
  const first = messages.findIndex(({ role }) => role === 'assistant')
  if (first < 0) return []
  return messages.flatMap((_, place) => (place > first && messages[place]?.role === 'assistant' ? [place] : []))
}

/** The last of ascending counts whose rendering fits; longer runs have more tokens, so half of them need not be tried. */
function longestThatFits(ends: readonly number[], render: (count: number) => FittedExample, limit: number): FittedExample | null {
  let fits: FittedExample | null = null
  let low = 0
  let high = ends.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const made = render(ends[middle] ?? 0)
    if ((made.encoded?.ids.length ?? 0) <= limit) {
      fits = made
      low = middle + 1
    } else high = middle - 1
  }
  return fits
}

function cutTo({ row, edited }: Leaving, count: number): Leaving {
  const messages = edited.example.messages.slice(0, count)
  const last = messages.at(-1)?.index ?? -1
  return { row, edited: { ...edited, example: { ...edited.example, messages }, masked: edited.masked.filter((index) => index <= last) } }
}
