import type { Chat, ChatMessage } from '../chat/chat.ts'
import type { NoteBook } from '../chat/note-book.ts'
import { turnText } from './llamafactory-call.ts'
import type { SharegptRow } from './llamafactory-row.ts'

type Turn = SharegptRow['conversations'][number]

/** What stands between two results of one turn: what LLaMA-Factory's own converter of messages puts there. */
const RESULTS_JOINT = '\n</tool_response>\n<tool_response>\n'
const JOINT = '\n\n'

const JOINED_HERE = 'Messages that stood beside it are joined to this one, for a row alternates.'
const JOINED_BEFORE = 'It is no message of its own any more: it stands at the end of the one before.'
const JOINED_BEHIND = 'It is no message of its own any more: it stands at the head of the turn behind it.'

/** Messages behind each other on one side of the conversation. */
interface Run {
  isTurn: boolean
  messages: ChatMessage[]
  indexes: number[]
}

/** A chat from a message on as turns in strict alternation; null where it cannot be brought into it, which is told. */
export function sharegptTurns(chat: Chat, begin: number, argumentTexts: ReadonlyMap<string, string>, book: NoteBook): Turn[] | null {
  const runs = runsOf(chat, begin)
  if (runs.at(-1)?.isTurn === false) {
    for (const index of runs.pop()?.indexes ?? [])
      book.tell('lost', 'result', index, 'What stands behind the last turn stays behind: a row ends with a turn.')
  }
  const problem = problemOf(runs)
  if (problem) {
    for (const index of problem.indexes) book.tell('left-out', 'role', index, problem.text)
    return null
  }
  return runs.map((run) => (run.isTurn ? turnOf(run, argumentTexts, book) : contextOf(run, book)))
}

function runsOf({ messages, indexes }: Chat, begin: number): Run[] {
  const runs: Run[] = []
  for (let place = begin; place < messages.length; place += 1) {
    const message = messages[place]
    if (!message) continue
    const isTurn = message.role === 'assistant'
    const last = runs.at(-1)
    const run = last?.isTurn === isTurn ? last : { isTurn, messages: [], indexes: [] }
    if (run !== last) runs.push(run)
    run.messages.push(message)
    run.indexes.push(indexes[place] ?? place)
  }
  return runs
}

function problemOf(runs: readonly Run[]): { indexes: number[]; text: string } | null {
  const [first] = runs
  if (!first) return { indexes: [], text: 'There is no turn to train on.' }
  if (first.isTurn)
    return {
      indexes: first.indexes.slice(0, 1),
      text: 'The conversation begins with a turn of the assistant, and a row begins with a question.',
    }
  const stuck = runs.find(({ isTurn, messages }) => isTurn && messages.slice(0, -1).some(({ tool_calls }) => tool_calls))
  return stuck ? { indexes: stuck.indexes, text: 'A call that nothing answers stands in front of another turn of the assistant.' } : null
}

function contextOf({ messages, indexes }: Run, book: NoteBook): Turn {
  const hasResult = messages.some(({ role }) => role === 'tool')
  messages.forEach(({ role }, at) => {
    const index = indexes[at] ?? null
    if (role === 'system') book.tell('changed', 'role', index, 'System messages behind the first leave as what a user says.')
    if (hasResult && role !== 'tool')
      book.tell('changed', 'role', index, 'What a user says beside results leaves as part of the observation.')
    if (at > 0) book.tell('lost', role === 'tool' ? 'result' : 'content', index, JOINED_BEFORE)
  })
  if (messages.length > 1) book.tell('changed', 'content', indexes[0] ?? null, JOINED_HERE)
  const value = messages.reduce((text, { content, role }, at) => {
    if (at === 0) return content
    return text + (role === 'tool' && messages[at - 1]?.role === 'tool' ? RESULTS_JOINT : JOINT) + content
  }, '')
  return { from: hasResult ? 'observation' : 'human', value }
}

function turnOf({ messages, indexes }: Run, argumentTexts: ReadonlyMap<string, string>, book: NoteBook): Turn {
  const index = indexes.at(-1) ?? null
  for (const before of indexes.slice(0, -1)) book.tell('lost', 'content', before, JOINED_BEHIND)
  if (messages.length > 1) book.tell('changed', 'content', index, JOINED_HERE)
  const joined = (texts: (string | undefined)[]) => texts.filter(Boolean).join(JOINT)
  const calls = messages.at(-1)?.tool_calls ?? []
  const content = joined(messages.map((message) => message.content))
  if (messages.slice(0, -1).some((message) => message.reasoning_content)) book.tell('changed', 'reasoning', index, JOINED_HERE)
  const reasoning = joined(messages.map((message) => message.reasoning_content))
  return { from: calls.length > 0 ? 'function_call' : 'gpt', value: turnText({ reasoning, content, calls }, argumentTexts, index, book) }
}
