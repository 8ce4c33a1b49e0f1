import { Popover } from 'radix-ui'
import { Button, formatDate } from '../../widgets/index.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Detail } from '../types.ts'
import { opinionWords } from './opinion-words.ts'

/** Everybody's standing answer whole, above the bar. */
export function OpinionList({ opinions, reviewer }: { opinions: Detail['opinions']; reviewer: string }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button kind="ghost" className="reason-more" aria-label={`All ${opinions.length} answers`}>
          all {opinions.length}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover reason-list" side="top" align="start" sideOffset={10} collisionPadding={8} aria-label="Answers">
          <ol className="opinions">
            {opinions.map((one) => (
              <li key={one.seq}>
                <b className="opinion">
                  <MarkedText text={opinionWords(one)} />
                </b>
                <span className="muted">
                  {[one.reviewer === reviewer && 'you', one.isBlind && 'blind', formatDate(one.time)].filter(Boolean).join(' · ')}
                </span>
                {(one.reason ?? one.note) && (
                  <span>
                    <MarkedText text={[one.reason, one.note && `“${one.note}”`].filter(Boolean).join(' · ')} />
                  </span>
                )}
              </li>
            ))}
          </ol>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
