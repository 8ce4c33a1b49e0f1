import { formatCounted } from '../../widgets/index.ts'
import type { MessageView } from '../types.ts'
import { MarkedText } from './marked-text.tsx'

const SHOWN = 20_000

/** Fields of a message that no shape names, folded under it. */
export function ExtraFields({ message }: { message: MessageView }) {
  const keys = Object.keys(message.extra)
  const facts = message.toolCallId === null ? [] : [`tool_call_id: ${message.toolCallId}`]
  if (keys.length + facts.length === 0) return null
  const label =
    keys.length === 0
      ? 'Call id'
      : `${formatCounted(keys.length, 'more field')}: ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ', …' : ''}`
  return (
    <details className="extra">
      <summary>
        <MarkedText text={label.slice(0, 200)} />
      </summary>
      <div className="code">
        <MarkedText text={textOf(facts, message.extra)} />
      </div>
    </details>
  )
}

function textOf(facts: string[], extra: MessageView['extra']): string {
  const text = [...facts, ...(Object.keys(extra).length === 0 ? [] : [JSON.stringify(extra, null, 2)])].join('\n')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}\n… ${formatCounted(text.length, 'character')} in all, the Raw tab has them` : text
}
