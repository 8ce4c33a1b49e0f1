import type { ChatMessage } from '../chat/chat.ts'

/** A pair as TRL reads one: two ways on from one prompt. */
export interface SharedPrompt {
  prompt: ChatMessage[]
  chosen: ChatMessage[]
  rejected: ChatMessage[]
}

/**
 * What two runs have in common, and what each made of it. The prompt ends with a question or a result that both go on from with a turn of their own, which
 * is what TRL takes a prompt for. Ids of calls do not tell messages apart; the prompt has those of the chosen run, and answers to it in the rejected one too.
 *
 * @returns null where there is no such place
 */
export function sharedPrompt(chosen: readonly ChatMessage[], rejected: readonly ChatMessage[]): SharedPrompt | null {
  const [better, worse] = [numbersOfCalls(chosen), numbersOfCalls(rejected)]
  const isSame = (place: number) => neutral(chosen[place], better) === neutral(rejected[place], worse)
  let end = 0
  let common = 0
  for (; common < Math.min(chosen.length, rejected.length); common += 1) {
    const asked = chosen[common - 1]?.role
    if (chosen[common]?.role === 'assistant' && rejected[common]?.role === 'assistant' && (asked === 'user' || asked === 'tool'))
      end = common
    if (!isSame(common)) break
  }
  const isOneRun = common === chosen.length && common === rejected.length
  if (end === 0 || isOneRun) return null
  const prompt = chosen.slice(0, end)
  const ids = prompt.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id))
  const answering = (message: ChatMessage): ChatMessage => {
    const id = ids[worse.get(message.tool_call_id ?? '') ?? -1]
    return id === undefined ? message : { ...message, tool_call_id: id }
  }
  return { prompt, chosen: chosen.slice(end), rejected: rejected.slice(end).map(answering) }
}

/** The how manieth call of its run each is, by id. */
function numbersOfCalls(messages: readonly ChatMessage[]): Map<string, number> {
  return new Map(messages.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id)).map((id, number) => [id, number]))
}

function neutral(message: ChatMessage | undefined, numbers: ReadonlyMap<string, number>): string {
  if (!message) return ''
  const { tool_calls: calls, tool_call_id: id, ...rest } = message
  return JSON.stringify([rest, calls?.map((call) => call.function), id === undefined ? null : numbers.get(id)])
}
