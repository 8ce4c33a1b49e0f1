import { memo } from 'react'
import { textParts } from './logic/text-parts.ts'
import type { Window } from './logic/text-window.ts'
import { PlainText } from './plain-text.tsx'
import type { TrainerView } from './types.ts'

/** A piece of the text; one that is out of sight is not drawn. */
export const TextPiece = memo(function TextPiece({ view, piece, hit, onGo }: TextPieceProps) {
  return (
    <div className="trainer-piece">
      {textParts(view, piece, hit).map((part) => (
        <span key={part.from} data-at={part.from} className={classOf(part)}>
          {part.message !== null && (
            <button type="button" className="trainer-place" onClick={() => onGo(part.message ?? 0)}>
              message {part.message}
            </button>
          )}
          <PlainText text={view.text.slice(part.from, part.to)} />
        </span>
      ))}
    </div>
  )
})

function classOf({ isTrained, begins, ends, isHit }: ReturnType<typeof textParts>[number]): string {
  return [isTrained && 'trained', begins && 'trained-begins', ends && 'trained-ends', isHit && 'trainer-hit'].filter(Boolean).join(' ')
}

interface TextPieceProps {
  view: TrainerView
  piece: Window
  /** What of it is pointed out. */
  hit: Window | null
  onGo: (message: number) => void
}
