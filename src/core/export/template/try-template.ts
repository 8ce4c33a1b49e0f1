import { FaultError, type TemplateInfo } from '#record'
import type { ChatMessage } from '../chat/chat.ts'
import type { CompiledTemplate } from './compile.ts'
import { marksGeneration } from './generation-tags.ts'
import { findArguments, holds, markerWord } from './markers.ts'
import { type TemplateText, templateId } from './template-text.ts'
import { type ArgumentForm, continuedRun, markerAnswer, markerTurn, plainRun, said, TOOLS, withoutFault } from './trial-chats.ts'

/** What came of one form of the arguments. */
interface FormTrial {
  form: ArgumentForm
  /** Null when the template stopped, with what it said. */
  text: string | null
  said: string
  arguments: 'whole' | 'encoded' | 'missing' | 'crash'
}

type Kept = TemplateInfo['reasoning']['plain']

/** Finds out how a template behaves, by rendering small runs with a word of its own in every field. */
export function tryTemplate(template: TemplateText, compiled: CompiledTemplate): TemplateInfo {
  const forms = { object: tryForm(compiled, 'object'), string: tryForm(compiled, 'string') }
  const form = forms.object.arguments === 'whole' || forms.string.arguments !== 'whole' ? 'object' : 'string'
  const best = forms[form].text === null && forms.string.text !== null ? forms.string : forms[form]
  const text = (messages: ChatMessage[]) => textOf(compiled, messages)
  return {
    id: templateId(template),
    name: template.name,
    arguments: takenForm(forms),
    reasoning: {
      plain: keptOf(best.text, [2, 4, 6]),
      laterUser: keptOf(text(continuedRun(best.form)), [2, 4, 6, 8]),
    },
    marksTrained: marksGeneration(template.text),
    notes: [
      ...specialNotes(template),
      ...formNotes(forms),
      ...(best.text === null ? [] : lossNotes(best.text)),
      ...thinkingNotes(text, best),
      ...refusalNotes(compiled, best.form),
      ...(template.text.includes('strftime_now')
        ? ['It writes the day: every row is rendered as of 26 Jul 2024, so that equal exports are equal.']
        : []),
    ],
  }
}

function tryForm(compiled: CompiledTemplate, form: ArgumentForm): FormTrial {
  try {
    const { text } = compiled.write({ messages: plainRun(form), tools: TOOLS })
    const found = [2, 4].map((place) => findArguments([text], markerWord('call', place, 0)))
    return { form, text, said: '', arguments: found.includes('missing') ? 'missing' : found.includes('encoded') ? 'encoded' : 'whole' }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return { form, text: null, said: error.fault.message, arguments: 'crash' }
  }
}

function takenForm({ object, string }: Record<ArgumentForm, FormTrial>): TemplateInfo['arguments'] {
  if (object.arguments === 'whole') return string.arguments === 'whole' ? 'either' : 'object'
  return string.arguments === 'whole' ? 'string' : 'neither'
}

/** A template without its model lacks words it writes around every run, or stops for want of them. */
function specialNotes({ text, specials }: TemplateText): string[] {
  const asked = new Set(text.match(/\b(?:bos|eos|pad|unk)_token\b/g))
  const missing = [...asked].filter((word) => specials[word] === undefined)
  return missing.map((word) => `It asks for ${word}, and no tokenizer_config.json beside it has one: take the folder of the model instead.`)
}

function formNotes(forms: Record<ArgumentForm, FormTrial>): string[] {
  const names = { object: 'Arguments as an object', string: 'Arguments as a JSON string' }
  return Object.values(forms).flatMap(({ form, arguments: found, said: why }) => {
    if (found === 'encoded') return [`${names[form]} come out double-encoded.`]
    if (found === 'missing') return [`${names[form]} are not in the text.`]
    return found === 'crash' ? [`${names[form]} stop it. ${why}`] : []
  })
}

/** `last`: fewer than all. */
function keptOf(text: string | null, places: readonly number[]): Kept {
  const kept = places.filter((place) => text !== null && holds([text], markerWord('reasoning', place)))
  return kept.length === 0 ? 'none' : kept.length === places.length ? 'all' : 'last'
}

function lossNotes(text: string): string[] {
  const lacks = (word: string) => !holds([text], word)
  return [
    lacks(markerWord('content', 2)) && 'The text of a turn with calls is dropped.',
    lacks(markerWord('content', 0)) && 'The system message is dropped.',
    lacks(markerWord('content', 3)) && 'Answers of tools are dropped.',
    lacks(markerWord('call', 2, 0)) && 'Calls are dropped.',
    lacks(markerWord('tool', 0)) && 'The list of tools is not rendered.',
  ].filter((note) => note !== false)
}

/** Some read the reasoning from a field called `thinking`. */
function thinkingNotes(text: (messages: ChatMessage[]) => string | null, { form }: FormTrial): string[] {
  const renamed = (hasContent: boolean) =>
    plainRun(form).map(({ reasoning_content: thinking, ...message }) =>
      thinking === undefined ? message : { ...message, content: hasContent ? message.content : '', thinking },
    )
  const alone = text(renamed(false))
  if (alone === null || !holds([alone], markerWord('reasoning', 2)) || holds([text(plainRun(form)) ?? ''], markerWord('reasoning', 2)))
    return []
  return [
    'It reads reasoning from `thinking`, not from `reasoning_content`.',
    ...(text(renamed(true)) === null ? ['Text and `thinking` in one turn stop it.'] : []),
  ]
}

function refusalNotes(compiled: CompiledTemplate, form: ArgumentForm): string[] {
  const [system, user] = [said('system', markerWord('content', 0)), said('user', markerWord('content', 1))]
  const two = [system, user, markerTurn(2, form, 2), markerAnswer(3, 2, 0), markerAnswer(4, 2, 1), markerTurn(5, form, 0)]
  const isStopped = (messages: ChatMessage[]) => textOf(compiled, messages) === null
  if (isStopped([user, markerTurn(2, form, 0)])) return ['It cannot render even one question and its answer.']
  const notes = [
    isStopped([system, user, markerTurn(2, form, 0)]) && 'A system message stops it.',
    !isStopped(plainRun(form)) && isStopped(two) && 'More than one call in a turn stops it.',
    isStopped([system, markerTurn(1, form, 0)]) && 'A run without a user message stops it.',
  ]
  return notes.filter((note) => note !== false)
}

function textOf(compiled: CompiledTemplate, messages: ChatMessage[]): string | null {
  return withoutFault(() => compiled.write({ messages, tools: TOOLS }).text)
}
