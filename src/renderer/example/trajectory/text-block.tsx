import { useInfiniteQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useApi } from '../../api/use-api.ts'
import { ErrorState, formatCount, formatCounted, formatShort } from '../../widgets/index.ts'
import { placeKey, type TextPlace } from '../logic/find-plan.ts'
import { type FoldLimits, foldText } from '../logic/fold-text.ts'
import { PIECE, textQuery } from '../queries.ts'
import { coversAt } from '../steps/logic/cover-message.ts'
import { coverText } from '../steps/logic/cover-text.ts'
import { MarkedText } from './marked-text.tsx'
import { useTrace } from './trace-context.ts'

/** A text of a message, folded when long; what is not here yet is fetched when asked for. */
export interface TextBlockProps {
  place: TextPlace
  text: string
  /** Whole length in UTF-16 units; `text.length` unless it came cut. */
  size: number
  limits: FoldLimits
  className: string
  draw?: ComponentType<{ text: string }>
}

/** See {@link TextBlockProps}. */
export function TextBlock(props: TextBlockProps) {
  const { place, text, size, limits, className, draw: Draw = MarkedText } = props
  const trace = useTrace()
  const key = placeKey(place)
  const from = trace.opened.get(key)
  if (from !== undefined) return <OpenText {...props} from={from} />
  const folded = foldText(text, size, limits)
  if (folded.kind === 'whole') {
    return (
      <div className={className} data-text={key}>
        <Draw text={folded.text} />
      </div>
    )
  }
  const count = folded.lines ? formatCounted(folded.lines, 'line') : formatCounted(folded.hidden, 'character')
  return (
    <div className={`${className} is-folded`} data-text={key}>
      <Draw text={folded.head} />
      <button type="button" className="fold-bar" onClick={() => trace.open(key)} data-fold={key}>
        Show {count} more
        <span className="faint">{formatShort(size)} characters in all</span>
      </button>
      {folded.tail !== '' && <Draw text={folded.tail.replace(/^\r?\n/, '')} />}
    </div>
  )
}

function OpenText({ place, text, size, limits, className, draw: Draw = MarkedText, from }: TextBlockProps & { from: number }) {
  const trace = useTrace()
  const key = placeKey(place)
  const isCut = size > text.length
  const isFoldable = isCut || foldText(text, size, limits).kind === 'folded'
  const rest = useRest(place, from === 0 ? text.length : from, isCut)
  const local = from === 0 ? text : ''
  const loaded = (from === 0 ? text.length : from) + rest.pieces.reduce((sum, piece) => sum + piece.length, 0)
  return (
    <div className={className} data-text={key} data-from={from}>
      {isFoldable && (
        <button type="button" className="fold-bar fold-bar-top" onClick={() => trace.close(key)}>
          Fold <span className="faint">{formatCounted(size, 'character')}</span>
        </button>
      )}
      {from > 0 && (
        <button type="button" className="fold-bar" onClick={() => trace.open(key, Math.max(0, from - PIECE))}>
          Show what comes before <span className="faint">from character {formatCount(from)}</span>
        </button>
      )}
      {local !== '' && <Draw text={local} />}
      {rest.pieces.map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever appended
        <MarkedText key={i} text={piece} />
      ))}
      {rest.error !== null && <ErrorState error={rest.error} onRetry={rest.more} isCompact />}
      {isCut && loaded < size && rest.error === null && (
        <button type="button" className="fold-bar" disabled={rest.isLoading} onClick={rest.more}>
          {rest.isLoading ? 'Loading' : `Show ${formatCount(Math.min(PIECE, size - loaded))} more`}
          <span className="faint">
            {formatCount(loaded)} of {formatCount(size)} characters
          </span>
        </button>
      )}
    </div>
  )
}

function useRest(place: TextPlace, from: number, isCut: boolean) {
  const api = useApi()
  const { id, edits, words, revealed } = useTrace()
  const covers = revealed.has(place.message) ? [] : coversAt(edits.redactions, place)
  const { data, error, isFetching, isFetchNextPageError, fetchNextPage, refetch } = useInfiniteQuery({
    ...textQuery(api, id, place, from),
    enabled: isCut,
  })
  return {
    pieces: data?.pages.map((page) => coverText(page.text, covers, words, page.offset)) ?? [],
    error,
    isLoading: isFetching,
    more: () => void (error !== null && !isFetchNextPageError ? refetch() : fetchNextPage()),
  }
}
