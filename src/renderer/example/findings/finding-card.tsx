import { useEffect, useRef } from 'react'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Finding } from '../types.ts'
import { FindingHead } from './finding-head.tsx'

const PARTS = { output: 'Output', patch: 'In the patch', earlier: 'Earlier' } as const

/** One finding with all of its evidence. */
export function FindingCard({ finding, isPointed, onShow }: { finding: Finding; isPointed: boolean; onShow: () => void }) {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isPointed) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isPointed])
  const { at, quote, parts } = finding
  return (
    <li ref={card} className="finding-card" aria-current={isPointed ? 'true' : undefined}>
      <button type="button" className="finding-open" onClick={onShow}>
        <FindingHead finding={finding} />
      </button>
      {quote !== '' && (
        <Quote title={at === null || at.messageIndex === null ? 'In the patch' : `Message ${at.messageIndex}`} text={quote} />
      )}
      {parts.map((part, i) => (
        <Quote
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one finding stand in the order of the run
          key={i}
          title={part.at.messageIndex === null ? PARTS[part.what] : `${PARTS[part.what]}, message ${part.at.messageIndex}`}
          text={part.quote}
        />
      ))}
    </li>
  )
}

function Quote({ title, text }: { title: string; text: string }) {
  return (
    <figure className="finding-quote">
      <figcaption>{title}</figcaption>
      <div className="code">
        <MarkedText text={text} />
      </div>
    </figure>
  )
}
