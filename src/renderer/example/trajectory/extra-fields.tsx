import { formatCounted } from '../../widgets/index.ts'
import type { MessageView } from '../types.ts'
import { MarkedText } from './marked-text.tsx'

const SHOWN = 20_000

/** Fields of a message that no shape names, folded under it. */
export function ExtraFields({ message }: { message: MessageView }) {
  const keys = Object.keys(message.extra)
  if (keys.length === 0) return null
  const label = `${formatCounted(keys.length, 'more field')}: ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ', …' : ''}`
  return (
    <details className="extra">
      <summary>
        <MarkedText text={label.slice(0, 200)} />
      </summary>
      <div className="code">
        <MarkedText text={textOf(message.extra)} />
      </div>
    </details>
  )
}

function textOf(extra: MessageView['extra']): string {
  const text = JSON.stringify(extra, null, 2)
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}\n… ${formatCounted(text.length, 'character')} in all, the Raw tab has them` : text
}
