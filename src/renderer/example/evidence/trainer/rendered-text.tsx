import { useEffect, useMemo, useRef, useState } from 'react'
import { useRoute } from '../../../app/route.ts'
import { Button, formatBytes, formatCount } from '../../../widgets/index.ts'
import { CopyText } from '../../trajectory/copy-text.tsx'
import { FindField } from './find-field.tsx'
import { MORE, piecesOf, type Window, widen, windowAround } from './logic/text-window.ts'
import { TextPiece } from './text-piece.tsx'
import type { TrainerView } from './types.ts'

/** Frames for pieces that were out of sight to take their real height. */
const FRAMES = 3

/** The text as the model sees it, or the file's row: what is trained on is set apart, every control character is visible, and it is never more than text. */
export function RenderedText({ view, onGo }: { view: TrainerView; onGo: (message: number) => void }) {
  const { text, places, trained } = view
  const [window, setWindow] = useState(() => windowAround(text, 0))
  const [target, setTarget] = useState<{ offset: number } | null>(null)
  const [hit, setHit] = useState<Window | null>(null)
  const area = useRef<HTMLDivElement>(null)
  const route = useRoute()
  const read = route.screen === 'example' ? (route.message ?? 0) : 0
  // A template may leave a message out, or write it together with the next.
  const here = places.find(({ messageIndex }) => messageIndex >= read)
  const pieces = useMemo(() => piecesOf(text, window), [text, window])
  const goTo = (offset: number) => {
    if (offset < window.from || offset >= window.to) setWindow(windowAround(text, offset))
    setTarget({ offset })
  }
  useEffect(() => scrollTo(area.current, target?.offset ?? null), [target])
  return (
    <section className="trainer-text" aria-label="What the trainer sees">
      <div className="trainer-bar">
        <h3>{view.template === null ? 'The row of the file' : `Through ${view.template}`}</h3>
        <span className="faint">{formatBytes(text.length)}</span>
        <span className="grow" />
        <Button kind="ghost" disabled={!here} onClick={() => here && goTo(here.start)}>
          Show message {here?.messageIndex ?? read}
        </Button>
        <FindField
          text={text}
          onHit={(found) => {
            setHit(found)
            if (found) goTo(found.from)
          }}
        />
        <CopyText label="the text" text={text} />
      </div>
      <p className="faint trainer-note">
        {trained === null ? 'What is trained on is for the trainer to say.' : 'Trained on: what stands between ▸ and ◂.'}
      </p>
      <div ref={area} className="code trainer-code">
        {window.from > 0 && <MoreBar left={window.from} word="earlier" onMore={() => setWindow(widen(text, window, 'before'))} />}
        {pieces.map((piece) => (
          <TextPiece key={piece.from} view={view} piece={piece} hit={within(hit, piece)} onGo={onGo} />
        ))}
        {window.to < text.length && (
          <MoreBar left={text.length - window.to} word="more" onMore={() => setWindow(widen(text, window, 'behind'))} />
        )}
      </div>
    </section>
  )
}

function MoreBar({ left, word, onMore }: { left: number; word: string; onMore: () => void }) {
  return (
    <button type="button" className="fold-bar" onClick={onMore}>
      Show {formatCount(Math.min(MORE, left))} {word}
      <span className="faint">{formatCount(left)} characters are not shown</span>
    </button>
  )
}

/** Only pieces that the hit touches are drawn anew for it. */
function within(hit: Window | null, piece: Window): Window | null {
  return hit && hit.from < piece.to && hit.to > piece.from ? hit : null
}

/** Brings an offset under the bar, and again once what lies before it has its real height. Returns what ends it. */
function scrollTo(area: HTMLElement | null, offset: number | null): (() => void) | undefined {
  if (!area || offset === null) return undefined
  let left = FRAMES
  let frame = 0
  const look = () => {
    area.querySelector(`[data-at="${offset}"]`)?.scrollIntoView({ block: 'start' })
    left -= 1
    if (left > 0) frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}
