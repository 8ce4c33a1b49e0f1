import { useEffect, useRef } from 'react'
import { formatCounted } from '../../widgets/index.ts'
import { cutWords, type Piece, type Pointed, whereWords } from '../logic/finding-places.ts'
import { CopyText } from '../trajectory/copy-text.tsx'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Finding } from '../types.ts'
import { FindingHead } from './finding-head.tsx'

/** Lines of a quote that are drawn: few characters can be many lines. */
const LINES = 20

const PARTS = { output: 'Output', patch: 'Patch lines', earlier: 'Earlier' } as const

/** One finding with all of its evidence; each quote leads to its place. */
export function FindingCard({ finding, place, count, pointed, fileOf, onShow }: FindingCardProps) {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (pointed) card.current?.scrollIntoView({ block: 'nearest' })
  }, [pointed])
  const { at, quote, parts } = finding
  return (
    <li ref={card} className="finding-card" aria-current={pointed ? 'true' : undefined}>
      <button type="button" className="finding-open" onClick={() => onShow()}>
        <span className="visually-hidden">
          Finding {place + 1} of {count}, {whereWords(at)}:{' '}
        </span>
        <FindingHead finding={finding} />
      </button>
      {at === null && <p className="finding-whole">About the run as a whole</p>}
      {quote !== '' && (
        <Quote
          what={at?.field === 'arguments' ? 'Command' : 'Text'}
          piece={finding}
          file={fileOf(at)}
          isPointed={pointed?.part === null}
          onShow={() => onShow()}
        />
      )}
      {parts.map((part, i) => (
        <Quote
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one finding stand in the order of the run
          key={i}
          what={PARTS[part.what]}
          piece={part}
          file={fileOf(part.at)}
          isPointed={pointed?.part === i}
          onShow={() => onShow(i)}
        />
      ))}
    </li>
  )
}

/** See {@link FindingCard}. */
export interface FindingCardProps {
  finding: Finding
  /** Its place in the walk, from 0, of `count`. */
  place: number
  count: number
  /** Set while this one is pointed out. */
  pointed: Pointed | null
  /** Path of the file a piece of the patch is in. */
  fileOf: (at: Finding['at']) => string
  /** Goes to it, or to one of its parts. */
  onShow: (part?: number) => void
}

interface QuoteProps {
  what: string
  piece: Piece
  file: string
  isPointed: boolean
  onShow: () => void
}

function Quote({ what, piece, file, isPointed, onShow }: QuoteProps) {
  const cut = cutWords(piece)
  const lines = piece.quote.split('\n')
  const shown = lines.slice(0, LINES).join('\n')
  const more = lines.length - LINES
  return (
    <figure className="finding-quote" data-pointed={isPointed || undefined}>
      <figcaption>
        <button type="button" className="finding-place" onClick={onShow}>
          <span>{what},</span>
          <span className="finding-where">
            <MarkedText text={file === '' ? whereWords(piece.at) : file} />
          </span>
        </button>
        {cut !== '' && <span className="finding-cut">{cut}</span>}
        <CopyText label={`${what.toLowerCase()} of ${whereWords(piece.at)}`} text={piece.quote} />
      </figcaption>
      <div className="code">
        <MarkedText text={shown} />
      </div>
      {more > 0 && <p className="finding-whole">{formatCounted(more, 'more line')}</p>}
    </figure>
  )
}
