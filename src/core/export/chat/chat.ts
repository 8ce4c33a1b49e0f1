import type { Json, JsonObject } from '#record'

/** A call as most trainers write one. */
export interface ChatCall {
  /** The row's own id, or `call_` with the numbers of its message and of the call in it, both from 0. */
  id: string
  type: 'function'
  function: { name: string; arguments: Json }
}

/** A message as most trainers write one. Fields that a message lacks are absent. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant' | 'tool'
  content: string
  reasoning_content?: string
  tool_calls?: ChatCall[]
  tool_call_id?: string
  /** Of a tool's answer: the tool. */
  name?: string
}

/** A whole run as most trainers write it. */
export interface Chat {
  messages: ChatMessage[]
  /** Index in the example's row of each message. */
  indexes: number[]
  /** `{type: 'function', function: {name, description, parameters}}` each. */
  tools: JsonObject[]
  /** Which of the messages are context only, by their place in `messages`. */
  masked: ReadonlySet<number>
}
