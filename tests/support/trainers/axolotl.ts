import type { JsonObject } from '#record'
import { chatMessages, checkAnswers, toolsAt } from './chat-messages.ts'
import { RowRefused, type Seen } from './seen.ts'
import { objectAt, parsedAt, stringAt } from './strict.ts'

/** Settings of a dataset in axolotl's config that say how a row is read; see {@link readAxolotlConfig}. */
export interface AxolotlDataset {
  fieldMessages: string
  fieldTools: string
  /** Key of a message that says whether it is trained on; null where the config names none, and then such a key means nothing. */
  fieldTraining: string | null
  rolesToTrain: string[]
}

/**
 * Reads a row of axolotl's `type: chat_template`: a training flag on a message decides before `roles_to_train` does. String arguments, parameters and tools
 * are parsed back, and what does not parse stops the run.
 * Rules: https://github.com/axolotl-ai-cloud/axolotl/blob/main/docs/dataset-formats/conversation.qmd and
 * `src/axolotl/prompt_strategies/chat_template.py` (01f6a5c, 067b021).
 *
 * @throws RowRefused
 */
export function readAxolotl(row: JsonObject, dataset: AxolotlDataset, where: string): Seen {
  const rules = { arguments: 'parsed' as const, isTrained: (message: JsonObject, at: string) => isTrained(message, dataset, at) }
  const at = `${where}, ${dataset.fieldMessages}`
  const messages = chatMessages(row[dataset.fieldMessages], rules, at)
  checkAnswers(messages, at)
  if (!messages.some(({ trained }) => trained)) throw new RowRefused(where, 'no message in it is trained on')
  return { messages, tools: toolList(row[dataset.fieldTools], where, dataset.fieldTools) }
}

/** What a starter config says of the one dataset it names. @throws RowRefused naming what is missing */
export function readAxolotlConfig(config: JsonObject): AxolotlDataset & { path: string; sequenceLength: number } {
  const [dataset, ...more] = Array.isArray(config.datasets) ? config.datasets : []
  if (more.length > 0) throw new RowRefused('config, datasets', 'one dataset is expected')
  const one = objectAt(dataset, 'config, datasets[0]')
  if (one.type !== 'chat_template') throw new RowRefused('config, datasets[0].type', 'must be chat_template')
  if (typeof config.sequence_len !== 'number' || config.sequence_len < 1)
    throw new RowRefused('config, sequence_len', 'must be a number of tokens')
  return {
    path: stringAt(one.path, 'config, datasets[0].path'),
    sequenceLength: config.sequence_len,
    fieldMessages: typeof one.field_messages === 'string' ? one.field_messages : 'messages',
    fieldTools: typeof one.field_tools === 'string' ? one.field_tools : 'tools',
    fieldTraining: typeof one.message_field_training === 'string' ? one.message_field_training : null,
    rolesToTrain: Array.isArray(one.roles_to_train) ? one.roles_to_train.map(String) : ['assistant'],
  }
}

function isTrained(message: JsonObject, { fieldTraining, rolesToTrain }: AxolotlDataset, where: string): boolean {
  const flag = fieldTraining === null ? undefined : message[fieldTraining]
  if (flag === undefined) return rolesToTrain.includes('assistant')
  if (typeof flag !== 'boolean') throw new RowRefused(`${where}.${fieldTraining}`, 'must be true or false')
  return flag
}

function toolList(tools: JsonObject[string] | undefined, where: string, field: string) {
  const at = `${where}, ${field}`
  return toolsAt(typeof tools === 'string' ? parsedAt(tools, at) : tools, at, true)
}
