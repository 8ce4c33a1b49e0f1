import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatCount, IconButton, ProgressBar } from '../../widgets/index.ts'
import type { Place } from '../logic/place.ts'
import type { Moves } from './use-moves.ts'

/** Where one is in the queue or the selection, how fast one goes, what is left, and the ways to either side. */
export function PlaceMark({ place, moves }: { place: Place; moves: Moves }) {
  const { position, total, queue } = place
  const words = placeWords(place)
  return (
    <span className="standing">
      <span className="standing-where">
        <span className="muted standing-text" title={words}>
          {words}
        </span>
        {position !== null && (
          <ProgressBar
            done={queue ? queue.decided : position + 1}
            total={total}
            label={queue ? 'Judged of the queue' : 'Place in the selection'}
          />
        )}
      </span>
      <span className="standing-ways">
        <IconButton
          label="Previous example"
          keys="["
          icon={<ChevronLeft size={15} aria-hidden />}
          disabled={place.previous === null}
          onClick={moves.back}
        />
        <IconButton
          label="Next example"
          keys="]"
          icon={<ChevronRight size={15} aria-hidden />}
          disabled={place.next === null && place.left === 0}
          onClick={moves.pass}
        />
      </span>
    </span>
  )
}

/** "86 of 300 · 41 an hour · 214 left". */
function placeWords({ position, total, left, queue }: Place): string {
  if (position === null) return total > 0 ? `not in the ${queue ? 'queue' : 'selection'}` : ''
  const at = `${formatCount(position + 1)} of ${formatCount(total)}`
  if (!queue) return at
  const pace = queue.pace === null ? [] : [`${formatCount(Math.round(queue.pace))} an hour`]
  return [at, ...pace, `${formatCount(left)} left`, ...(queue.isSkipped ? ['skipped before'] : [])].join(' · ')
}
