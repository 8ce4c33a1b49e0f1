import { memo } from 'react'
import { proseParts } from '../logic/prose-parts.ts'
import { MarkedText } from './marked-text.tsx'

/** Words of a message with its code in mono. The text itself is drawn whole, marks and all. */
export const ProseText = memo(function ProseText({ text }: { text: string }) {
  return proseParts(text).map((part, i) =>
    part.kind === 'words' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <MarkedText key={i} text={part.text} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <span key={i} className={`prose-${part.kind}`}>
        <MarkedText text={part.text} />
      </span>
    ),
  )
})
