import { isJsonObject } from '#record'
import type { RowContext } from '../targets/target-format.ts'
import type { ChatCall } from './chat.ts'

/** How arguments of calls are written. */
export type ArgumentsForm = 'object' | 'string'

/** The form the plan asks for; as needed it is the template's where one is chosen, else the target's own. */
export function argumentsForm({ options, template }: Pick<RowContext, 'options' | 'template'>, own: ArgumentsForm): ArgumentsForm {
  if (options.arguments !== 'as-needed') return options.arguments
  const taken = template?.info.arguments
  return taken === 'string' || taken === 'object' ? taken : own
}

/** Arguments as one string: the row's own text, letter by letter, so that no number and no order of keys is touched. */
export function argumentsText(call: ChatCall, texts: ReadonlyMap<string, string>): string {
  const { arguments: given } = call.function
  return texts.get(call.id) ?? (typeof given === 'string' ? given : JSON.stringify(given))
}

/** Arguments as one string that is JSON whatever they are: text that is no JSON object becomes a JSON string. */
export function argumentsJson(call: ChatCall, texts: ReadonlyMap<string, string>): string {
  return isJsonObject(call.function.arguments) ? argumentsText(call, texts) : JSON.stringify(call.function.arguments)
}
