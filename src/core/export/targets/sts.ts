import { createHash } from 'node:crypto'
import type { JsonObject } from '#record'
import { argumentsText } from '../chat/arguments.ts'
import type { Chat, ChatMessage } from '../chat/chat.ts'
import { maskedTurns } from '../chat/masks.ts'
import { rowChat } from '../chat/row-chat.ts'
import { wellFormed } from '../chat/well-formed.ts'
import { SESSION_FILE } from '../verify/index-line.ts'
import type { FileSpec, Leaving, RowContext, TargetFormat } from './target-format.ts'
import { countedTokens, leftOutRow, oneOf } from './target-row.ts'

const SAYS = { reasoning: true, masks: true, tools: true }
const LONGEST_NAME = 80

/** No plain name has it: who writes ids cannot make one that is another's file. */
const BEFORE_DIGITS = '~'

/** A session is a file: the viewer takes the first line of one for its header. */
const SESSIONS: FileSpec = { id: 'sessions', format: 'session', name: () => 'sessions', nameOfUnit: sessionFile }

/**
 * The Hub's session traces (https://huggingface.co/docs/hub/session-traces-format): a header line, then a line a message, arguments as strings. What
 * the viewer has no place for stands in the header, where further fields are allowed and not shown.
 */
export const sts: TargetFormat = {
  info: {
    id: 'sts',
    title: 'Hub session traces',
    help: 'A file a run, as the trace viewer of the Hub shows it: for looking at, not for training.',
    files: [`ID${SESSION_FILE}`],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: SAYS,
    options: ['withReferencePatch', 'reasoning'],
  },
  files: [SESSIONS],
  rowOf(unit, context) {
    const one = oneOf(unit)
    const { chat, argumentTexts, book, isLeftOut, tokens } = rowChat(
      one,
      { ...context, options: { ...context.options, contextLength: null } },
      SAYS,
    )
    if (isLeftOut) return leftOutRow(book)
    for (const place of maskedTurns(chat)) {
      book.tell(
        'changed',
        'mask',
        chat.indexes[place] ?? null,
        'Turns that are context only are listed in the header, which the viewer does not show.',
      )
    }
    if (chat.tools.length > 0) book.tell('changed', 'tools', null, 'Tool definitions stand in the header, which the viewer does not show.')
    const model = one.edited.example.model
    const lines = chat.messages.map((message) => ({ type: 'message', message: messageOf(message, model, argumentTexts) }))
    return {
      values: { [SESSIONS.id]: { lines: [headerOf(one, chat, context), ...lines] } },
      notes: book.notes,
      isLeftOut: false,
      tokens: countedTokens(tokens),
    }
  },
}

/** The file of a session: its id where that is a plain name in small letters, else what is plain of it, with 16 digits of its sha256. */
function sessionFile(id: string): string {
  const plain = id
    .replace(/[^a-z0-9_.-]/g, '_')
    .replace(/^[._-]+/, '')
    .slice(0, LONGEST_NAME)
  const name = plain === id && id !== '' ? id : `${plain || 'session'}${BEFORE_DIGITS}${sha256(id)}`
  return `${name}${SESSION_FILE}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function headerOf({ row, edited: { example } }: Leaving, chat: Chat, { options }: RowContext): JsonObject {
  const { instanceId, harness, repo, language, license, model, resolved, patch, referencePatch } = example
  const masked = maskedTurns(chat)
  return wellFormed<JsonObject>({
    type: 'session',
    harness: harness ?? 'unknown',
    id: row.id,
    name: instanceId ?? row.id,
    repo,
    language,
    license,
    model,
    resolved,
    ...(masked.length > 0 ? { context_only: masked } : {}),
    ...(chat.tools.length > 0 ? { tools: chat.tools } : {}),
    model_patch: patch,
    ...(options.withReferencePatch ? { reference_patch: referencePatch } : {}),
  })
}

function messageOf(
  { role, content, reasoning_content: reasoning, tool_calls: calls, tool_call_id: answered }: ChatMessage,
  model: string | null,
  texts: ReadonlyMap<string, string>,
): JsonObject {
  return {
    role,
    content,
    ...(reasoning === undefined ? {} : { reasoningContent: reasoning }),
    ...(calls
      ? { toolCalls: calls.map((call) => ({ id: call.id, function: { name: call.function.name, arguments: argumentsText(call, texts) } })) }
      : {}),
    ...(answered === undefined ? {} : { toolCallId: answered }),
    ...(role === 'assistant' && model !== null ? { model } : {}),
  }
}
