import type { TextSpan } from '#record'
import { pythonStrip } from '../python-strip.ts'
import type { ChatTemplate, RenderedChat, TemplateChat } from './chat-template.ts'
import { type CompiledTemplate, compile } from './compile.ts'
import { controlWordsOf } from './control-words.ts'
import type { MarkedText } from './read-marks.ts'
import { joinSpans, withoutSpans } from './spans.ts'
import type { TemplateText } from './template-text.ts'
import { tryTemplate } from './try-template.ts'
import { type TurnEnds, turnEndsOf } from './turn-ends.ts'
import { trialLimits } from './watch.ts'

/**
 * A chat template, tried and ready.
 *
 * @throws FaultError `bad-input` when its text is none
 */
export function makeTemplate(template: TemplateText): ChatTemplate {
  const compiled = compile(template)
  const limits = trialLimits()
  const onTrial: CompiledTemplate = { write: (chat, extra) => compiled.write(chat, extra, limits()) }
  const info = tryTemplate(template, onTrial)
  const ends = turnEndsOf(onTrial, info.arguments === 'string' ? 'string' : 'object')
  return {
    info,
    controlWords: controlWordsOf(template.text, template.specials),
    render(chat, extra): RenderedChat {
      const marked = compiled.write(chat, extra)
      const places = withSystems(chat, marked).map(({ start, end, place }) => ({ start, end, messageIndex: chat.indexes[place] ?? place }))
      return { text: marked.text, places, trained: trainedOf(chat, marked, info.marksTrained && !chat.ignoresMarks, ends) }
    },
  }
}

/** Many templates write system messages in front of their loop: these stand where their text is, without the words around it. */
function withSystems({ messages }: TemplateChat, { text, spans }: MarkedText): MarkedText['spans'] {
  const placed = new Set(spans.map(({ place }) => place))
  const front = text.slice(0, spans[0]?.start ?? 0)
  const found: MarkedText['spans'] = []
  for (const [place, { role, content }] of messages.entries()) {
    const said = pythonStrip(content)
    if (role !== 'system' || placed.has(place) || said === '') continue
    const start = front.indexOf(said, found.at(-1)?.end ?? 0)
    if (start >= 0) found.push({ start, end: start + said.length, place })
  }
  return [...found, ...spans]
}

function trainedOf(chat: TemplateChat, { text, generation, spans }: MarkedText, isMarked: boolean, ends: TurnEnds): TextSpan[] | null {
  const masked = spans.filter(({ place }) => chat.masked.has(place))
  if (isMarked) return ends.isPlaced || chat.masked.size === 0 ? joinSpans(withoutSpans(generation, masked)) : null
  if (!ends.isPlaced) return null
  const turns = spans.filter(({ place }) => chat.messages[place]?.role === 'assistant' && !chat.masked.has(place))
  const spoken = turns.map((span) => {
    const before = chat.messages[span.place - 1]?.role ?? null
    if (chat.ignoresMarks) return ends.differingOf(text, span, before)
    return ends.saidOf(text, span, { before, hasCalls: (chat.messages[span.place]?.tool_calls?.length ?? 0) > 0 })
  })
  return joinSpans(spoken)
}
