import { memo, useContext } from 'react'
import { splitText } from '../logic/split-text.ts'
import { splitCovers } from '../steps/logic/cover-text.ts'
import { WordsContext } from '../steps/words-context.ts'
import './marked-text.css'

/** Outside text as text: terminal colours as classes, every control or invisible character as a visible mark,
 * what is redacted as the words for it in a box. Never HTML. */
export const MarkedText = memo(function MarkedText({ text }: { text: string }) {
  const words = useContext(WordsContext)
  if (words.length === 0) return <Plain text={text} />
  return splitCovers(text, words).map((part, i) =>
    part.isCover ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <span key={i} className="redacted" title="Redacted">
        <Plain text={part.text} />
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <Plain key={i} text={part.text} />
    ),
  )
})

function Plain({ text }: { text: string }) {
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
}
