import type { Json, JsonObject } from '#record'

/** A call as a trainer has it after loading a row. */
export interface SeenCall {
  /** Null where the format has no ids. */
  id: string | null
  name: string
  /** The object, or the text where the row has no object to give. */
  arguments: Json
}

/** A message as a trainer has it after loading a row. */
export interface SeenMessage {
  /** system, user, assistant or tool; other words only where the format takes any. */
  role: string
  content: string
  reasoning: string | null
  calls: SeenCall[]
  /** Id of the call it answers; null where the format has no ids, or where it answers none. */
  answersCall: string | null
  /** Whether the trainer, set up by the starter config, takes a loss on it. */
  trained: boolean
}

/** A conversation as a trainer has it after loading a row. */
export interface Seen {
  messages: SeenMessage[]
  tools: JsonObject[]
}

/** A row no trainer of its kind would take, or would take for something else. */
export class RowRefused extends Error {
  /** @param where row and place in it: `row 3, messages[2].tool_calls[0]` */
  constructor(where: string, rule: string) {
    super(`${where}: ${rule}`)
    this.name = 'RowRefused'
  }
}
