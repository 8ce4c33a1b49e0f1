import { Environment, parse, tokenize } from '@huggingface/jinja'
import { fault, type JsonObject } from '#record'
import type { TemplateChat } from './chat-template.ts'
import { GENERATION_CLOSE, GENERATION_OPEN, withGenerationMarks } from './generation-tags.ts'
import { instrument, type Node } from './instrument.ts'
import { PythonInterpreter } from './python-interpreter.ts'
import type { Value } from './python-text.ts'
import { type MarkedText, readMarks } from './read-marks.ts'
import { TemplateStop } from './template-fault.ts'
import type { TemplateText } from './template-text.ts'
import { Watch, type WorkLimits } from './watch.ts'

/** A template that can be rendered, as it was written: nothing is known of how it behaves. */
export interface CompiledTemplate {
  /** @throws FaultError `bad-input` with what stopped it */
  write(chat: Pick<TemplateChat, 'messages' | 'tools'>, extra?: JsonObject, limits?: WorkLimits): MarkedText
}

/** Templates know the day where they ask for it; equal exports must be equal on any day. The day Llama 3.1's own template falls back to. */
const DAY = new Date(Date.UTC(2024, 6, 26))

/** The largest there are have 40 KB. */
const LONGEST = 500_000

/** The library's lexer takes time by the square of a run of white space. */
const BLANKS = /\s{2000}/

/**
 * Compiles a template's text, as Transformers does: with `trim_blocks` and `lstrip_blocks`.
 *
 * @throws FaultError `bad-input` saying what is wrong with it
 */
export function compile({ name, text, specials }: Pick<TemplateText, 'name' | 'text' | 'specials'>): CompiledTemplate {
  const nodes = parsed(name, text)
  return {
    write(chat, extra = {}, limits) {
      const mark = freeMark([text, JSON.stringify([chat.messages, chat.tools, extra])])
      const globals = globalsOf({ ...specials, ...extra, messages: chat.messages, tools: chat.tools.length > 0 ? chat.tools : null })
      globals.set(GENERATION_OPEN, mark === '' ? '' : `${mark}(${mark}`)
      globals.set(GENERATION_CLOSE, mark === '' ? '' : `${mark})${mark}`)
      const places = placesOf(globals.lookupVariable('messages'))
      try {
        const made = new PythonInterpreter(globals, new Watch(limits), mark, (value) => places.get(value) ?? null).run({
          body: nodes,
          type: 'Program',
        })
        return readMarks(String(made.value), mark)
      } catch (error) {
        throw new TemplateStop(name, error)
      }
    },
  }
}

function parsed(name: string, text: string): Node[] {
  if (text.length > LONGEST)
    throw noTemplate(name, `it has ${text.length.toLocaleString('en-US')} characters, and chat templates have fewer than 500,000`)
  if (BLANKS.test(text)) throw noTemplate(name, 'it has more than 2,000 blanks in a row')
  try {
    const { body } = parse(tokenize(withGenerationMarks(text), { lstrip_blocks: true, trim_blocks: true }))
    if (body.every(({ type }) => type === 'StringLiteral' || type === 'Comment')) throw new Error('there is no Jinja in it')
    instrument(body)
    return body
  } catch (error) {
    const said = error instanceof RangeError ? 'it is nested too deep' : error instanceof Error ? error.message : String(error)
    throw noTemplate(name, said, error)
  }
}

function noTemplate(name: string, why: string, cause?: unknown) {
  return fault('bad-input', `${name} is no chat template Winnow can read: ${why.slice(0, 300)}.`, {
    culprit: name,
    remedy: 'Choose a model’s chat_template.jinja or tokenizer_config.json.',
    cause,
  })
}

/** What Transformers gives every template. */
function globalsOf(variables: Record<string, unknown>): Environment {
  const globals = new Environment()
  const own: Record<string, unknown> = {
    true: true,
    false: false,
    none: null,
    True: true,
    False: false,
    None: null,
    documents: null,
    add_generation_prompt: false,
    raise_exception: (said: unknown) => {
      throw new Error(`it says ${JSON.stringify(said)}.`)
    },
    range: rangeOf,
    strftime_now: dayAs,
  }
  for (const [key, value] of Object.entries({ ...own, ...variables })) globals.set(key, value)
  return globals
}

/** Runs have thousands of messages at most. */
const MOST_NUMBERS = 100_000

function rangeOf(from: number, to?: number, step = 1): number[] {
  const [start, end] = to === undefined ? [0, from] : [from, to]
  const count = Math.max(0, Math.ceil((end - start) / step))
  if (!(count <= MOST_NUMBERS)) throw new Error(`range(${from}, ${to}, ${step}) has too many numbers.`)
  return Array.from({ length: count }, (_, at) => start + at * step)
}

/** Python's `strftime` as far as templates use it. */
function dayAs(format: string): string {
  const part = (options: Intl.DateTimeFormatOptions) => DAY.toLocaleString('en-US', { timeZone: 'UTC', ...options })
  const parts: Record<string, string> = {
    '%d': '26',
    '%m': '07',
    '%Y': '2024',
    '%y': '24',
    '%b': part({ month: 'short' }),
    '%B': part({ month: 'long' }),
    '%a': part({ weekday: 'short' }),
    '%A': part({ weekday: 'long' }),
    '%H': '00',
    '%M': '00',
    '%S': '00',
    '%%': '%',
  }
  return String(format).replace(/%[a-zA-Z%]/g, (code) => parts[code] ?? code)
}

/** Messages by the value they are to the interpreter, which keeps them through slices and filters. */
function placesOf(messages: Value): Map<Value, number> {
  return new Map(Array.isArray(messages.value) ? messages.value.map((message: Value, place): [Value, number] => [message, place]) : [])
}

/** A private character that occurs in none of the texts; '' when all do. */
function freeMark(texts: readonly string[]): string {
  const used = new Set(texts.flatMap((text) => text.match(/[\ue000-\uf8ff]/g) ?? []))
  for (let code = 0xe000; code <= 0xf8ff; code += 1) if (!used.has(String.fromCharCode(code))) return String.fromCharCode(code)
  return ''
}
