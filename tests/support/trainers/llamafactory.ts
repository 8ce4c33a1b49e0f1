import type { Json, JsonObject } from '#record'
import { functionText } from './llamafactory-function.ts'
import { RowRefused, type Seen, type SeenMessage } from './seen.ts'
import { listAt, objectAt, parsedAt, stringAt, wordAt } from './strict.ts'

/** Keys and words of a dataset as `dataset_info.json` has them; see {@link readDatasetInfo}. */
export interface LlamaFactoryDataset {
  file: string
  columns: { messages: string; system: string | null; tools: string | null }
  tags: Record<(typeof TAGS)[number], string>
}

const TAGS = ['role_tag', 'content_tag', 'user_tag', 'assistant_tag', 'observation_tag', 'function_tag', 'system_tag'] as const
const DEFAULT_TAGS = {
  role_tag: 'from',
  content_tag: 'value',
  user_tag: 'human',
  assistant_tag: 'gpt',
  observation_tag: 'observation',
  function_tag: 'function_call',
  system_tag: 'system',
}
const COLUMNS = ['messages', 'system', 'tools']

/**
 * Reads a row of LLaMA-Factory's `sharegpt` formatting: people and results speak in odd places, the model in even ones, an even number in all; rows that break
 * this are skipped by the trainer without stopping, so here they are refused. Results of one turn are one message.
 * Rules: https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md, `src/llamafactory/data/{converter,formatter,parser}.py` (02e2fb3, ff6d4d1).
 *
 * @throws RowRefused
 */
export function readLlamaFactory(row: JsonObject, { columns, tags }: LlamaFactoryDataset, where: string): Seen {
  const at = `${where}, ${columns.messages}`
  const spoken = listAt(row[columns.messages], at).map((message, index) => spokenAt(message, tags, `${at}[${index}]`))
  const first = spoken[0]
  const isSystem = first?.tag === tags.system_tag
  const turns = isSystem ? spoken.slice(1) : spoken
  if (turns.length === 0 || turns.length % 2 !== 0) throw new RowRefused(at, `an even number of turns is needed, here are ${turns.length}`)
  const messages = turns.map((turn, index) => turnAt(turn, index, tags, `${at}[${index + (isSystem ? 1 : 0)}]`))
  const system = isSystem ? first.text : systemAt(row, columns.system, where)
  return {
    messages: system === '' ? messages : [systemMessage(system), ...messages],
    tools: columns.tools === null ? [] : toolsOf(row[columns.tools], `${where}, ${columns.tools}`),
  }
}

/** The datasets a `dataset_info.json` names. @throws RowRefused */
export function readDatasetInfo(text: string): Record<string, LlamaFactoryDataset> {
  const info = objectAt(parsedAt(text, 'dataset_info.json'), 'dataset_info.json')
  return Object.fromEntries(
    Object.entries(info).map(([name, entry]) => [name, datasetOf(objectAt(entry, `dataset_info.json, ${name}`), name)]),
  )
}

function datasetOf(entry: JsonObject, name: string): LlamaFactoryDataset {
  const where = `dataset_info.json, ${name}`
  if (entry.formatting !== 'sharegpt') throw new RowRefused(`${where}.formatting`, 'must be sharegpt, else the row is read as alpaca')
  const columns = objectAt(entry.columns, `${where}.columns`)
  const tags = entry.tags === undefined ? {} : objectAt(entry.tags, `${where}.tags`)
  for (const key of Object.keys(columns))
    if (!COLUMNS.includes(key)) throw new RowRefused(`${where}.columns`, `"${key}" is no column of it`)
  return {
    file: wordAt(entry.file_name, `${where}.file_name`),
    // A column the entry does not name is not read, `messages` included: naming any of them takes the defaults of all away.
    columns: {
      messages: wordAt(columns.messages, `${where}.columns.messages`),
      system: columnOf(columns.system),
      tools: columnOf(columns.tools),
    },
    tags: entry.tags === undefined ? DEFAULT_TAGS : tagsOf(tags, where),
  }
}

function columnOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** Naming any tag takes the defaults of all others away. */
function tagsOf(tags: JsonObject, where: string): LlamaFactoryDataset['tags'] {
  const of = (tag: (typeof TAGS)[number]) => wordAt(tags[tag], `${where}.tags.${tag}`)
  const [role_tag, content_tag, user_tag, assistant_tag] = [of('role_tag'), of('content_tag'), of('user_tag'), of('assistant_tag')]
  const [observation_tag, function_tag, system_tag] = [of('observation_tag'), of('function_tag'), of('system_tag')]
  return { role_tag, content_tag, user_tag, assistant_tag, observation_tag, function_tag, system_tag }
}

function spokenAt(message: Json, tags: LlamaFactoryDataset['tags'], where: string): { tag: string; text: string } {
  const one = objectAt(message, where)
  return {
    tag: wordAt(one[tags.role_tag], `${where}.${tags.role_tag}`),
    text: stringAt(one[tags.content_tag], `${where}.${tags.content_tag}`),
  }
}

function turnAt(
  { tag, text }: { tag: string; text: string },
  index: number,
  tags: LlamaFactoryDataset['tags'],
  where: string,
): SeenMessage {
  const accepted = index % 2 === 0 ? [tags.user_tag, tags.observation_tag] : [tags.assistant_tag, tags.function_tag]
  if (!accepted.includes(tag))
    throw new RowRefused(where, `turn ${index + 1} must be ${accepted.join(' or ')}, here is ${tag}: the row would be skipped`)
  const blank = { reasoning: null, calls: [], answersCall: null }
  if (tag === tags.user_tag) return { role: 'user', content: text, ...blank, trained: false }
  if (tag === tags.observation_tag) return { role: 'tool', content: text, ...blank, trained: false }
  if (tag === tags.assistant_tag) return { role: 'assistant', content: text, ...blank, trained: true }
  return { role: 'assistant', ...blank, ...functionText(text, where), trained: true }
}

function systemAt(row: JsonObject, column: string | null, where: string): string {
  return column === null || row[column] === undefined ? '' : stringAt(row[column], `${where}, ${column}`)
}

function systemMessage(content: string): SeenMessage {
  return { role: 'system', content, reasoning: null, calls: [], answersCall: null, trained: false }
}

/** Definitions in one JSON text, each with or without the `function` around it; the formatter walks through its properties. */
function toolsOf(value: Json | undefined, where: string): JsonObject[] {
  if (value === undefined || value === '') return []
  return listAt(parsedAt(stringAt(value, where), where), where, 0).map((tool, index) => {
    const at = `${where}[${index}]`
    const whole = objectAt(tool, at)
    const made = whole.type === 'function' ? objectAt(whole.function, `${at}.function`) : whole
    wordAt(made.name, `${at}.name`)
    const parameters = objectAt(made.parameters, `${at}.parameters`)
    for (const [name, property] of Object.entries(objectAt(parameters.properties, `${at}.parameters.properties`))) {
      objectAt(property, `${at}.parameters.properties.${name}`)
    }
    return { type: 'function', function: made }
  })
}
