import { isJsonObject, type Json, type JsonObject } from '#record'
import { chatMessages, checkAnswers, toolsAt } from './chat-messages.ts'
import { RowRefused, type Seen } from './seen.ts'
import { listAt, parsedAt, stringAt } from './strict.ts'

/**
 * Reads a row of a Parquet file whose columns are the same whatever it holds: messages with arguments as strings, tools as a list of strings, and where there
 * is such a column the indexes of messages that are context only. Nulls are what Arrow has where a key is absent.
 *
 * @param row as `datasets` and hyparquet give it, bigints as numbers
 * @throws RowRefused
 */
export function readParquet(row: JsonObject, where: string): Seen {
  const { messages: given, tools, context_only: masked } = withoutNulls(row)
  const messages = chatMessages(given, { arguments: 'string', isTrained: () => true }, `${where}, messages`)
  checkAnswers(messages, `${where}, messages`)
  for (const index of masked === undefined ? [] : listAt(masked, `${where}, context_only`, 0)) {
    const message = typeof index === 'number' ? messages[index] : undefined
    if (!message) throw new RowRefused(`${where}, context_only`, `${JSON.stringify(index)} is no message`)
    message.trained = false
  }
  const texts = tools === undefined ? [] : listAt(tools, `${where}, tools`, 0)
  return {
    messages,
    tools: toolsAt(
      texts.map((tool, index) => toolIn(tool, `${where}, tools[${index}]`)),
      `${where}, tools`,
    ),
  }
}

function toolIn(tool: Json, where: string): Json {
  return parsedAt(stringAt(tool, where), where)
}

function withoutNulls(row: JsonObject): JsonObject {
  return cleaned(row) as JsonObject
}

function cleaned(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleaned)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null || item === undefined ? [] : [[key, cleaned(item)]])),
  )
}
