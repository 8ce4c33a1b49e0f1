import { ChevronRight } from 'lucide-react'
import { formatCounted } from '../../widgets/index.ts'
import { placeKey } from '../logic/find-plan.ts'
import { RESULT_LIMITS } from '../logic/fold-text.ts'
import { ProseText } from './prose-text.tsx'
import { TextBlock } from './text-block.tsx'
import { useTrace } from './trace-context.ts'

/** A turn's reasoning: quiet, and one line while reasoning is folded. */
export function Reasoning({ message, reasoning }: { message: number; reasoning: { text: string; size: number } }) {
  const trace = useTrace()
  const place = { message, field: 'reasoning', call: null } as const
  const key = placeKey(place)
  if (!trace.showsReasoning && !trace.opened.has(key)) {
    return (
      <button type="button" className="reasoning-line" aria-expanded={false} onClick={() => trace.open(key)}>
        <ChevronRight size={12} aria-hidden /> Reasoning
        <span className="cut">{reasoning.text.slice(0, 300).replace(/[^\x20-\x7e\u00a1-\u024f]+/g, ' ')}</span>
        <span className="faint">{formatCounted(reasoning.size, 'character')}</span>
      </button>
    )
  }
  const text = reasoning.text.trimEnd()
  const size = reasoning.size > reasoning.text.length ? reasoning.size : text.length
  return <TextBlock place={place} text={text} size={size} limits={RESULT_LIMITS} className="prose reasoning" draw={ProseText} />
}
