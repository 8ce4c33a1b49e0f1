import type { MessageView } from '../types.ts'
import { countLines } from './fold-text.ts'

const LINE = 19
const HEAD = 30
const GAP = 10

/** About how high a card will be, in px, so that the scrollbar does not lie before cards were measured. Folding bounds it. */
export function estimateHeight(message: MessageView): number {
  const words = Math.min(18, wrapped(message.content.text))
  const thoughts = message.reasoning ? Math.min(18, wrapped(message.reasoning.text)) : 0
  const calls = message.calls.reduce((sum, call) => sum + 36 + LINE * Math.min(30, countLines(callText(call))), 0)
  return HEAD + GAP + LINE * (words + thoughts) + calls
}

function wrapped(text: string): number {
  const start = text.slice(0, 4000)
  return Math.max(countLines(start), Math.ceil(start.length / 90))
}

function callText({ act }: MessageView['calls'][number]): string {
  if (act.kind === 'shell') return act.command.slice(0, 4000)
  if (act.kind !== 'edit' || act.change.kind === 'undo') return ''
  return act.change.kind === 'replace' ? `${act.change.before}\n${act.change.after}` : act.change.text
}
