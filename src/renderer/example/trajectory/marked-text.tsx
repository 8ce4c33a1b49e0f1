import { memo } from 'react'
import { splitText } from '../logic/split-text.ts'
import './marked-text.css'

/** Outside text as text: terminal colours as classes, every control or invisible character as a visible mark. Never HTML. */
export const MarkedText = memo(function MarkedText({ text }: { text: string }) {
  return splitText(text).map((segment, i) =>
    segment.kind === 'mark' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
      <span key={i} className="escape-mark" title={segment.name}>
        {segment.label}
      </span>
    ) : segment.classes === '' ? (
      segment.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
      <span key={i} className={segment.classes}>
        {segment.text}
      </span>
    ),
  )
})
