import type { Ref } from 'react'
import { Button, DecisionMark, formatDate, Skeleton, VerdictMark } from '../../widgets/index.ts'
import { nameOf } from '../logic/dispute-words.ts'
import type { Dispute } from '../types.ts'

/** One example in dispute: who said what and why, what the recipe says, and the ways to end it. */
export function DisagreementLine({
  ref,
  index,
  top,
  total,
  dispute,
  isOn,
  hasKeys,
  isHidden,
  onCursor,
  onSettle,
  onOpen,
}: DisagreementLineProps) {
  return (
    <li
      ref={ref}
      data-index={index}
      className={isOn ? 'dispute dispute-on' : 'dispute'}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={isOn ? 0 : -1}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-label={dispute ? nameOf(dispute) : 'Loading'}
      onFocus={onCursor}
    >
      {!dispute && <Skeleton lines={3} height={14} />}
      {dispute && (
        <>
          <div className="dispute-head">
            <span className="mono cut dispute-name" title={nameOf(dispute)}>
              {nameOf(dispute)}
            </span>
            <span className="muted cut grow">{[dispute.row?.harness, dispute.row?.model].filter(Boolean).join(' · ')}</span>
            {dispute.row ? (
              <>
                {!isHidden && (
                  <>
                    <Button kind="keep" {...keyOf(hasKeys, 'a')} onClick={() => onSettle('accept')}>
                      Accept
                    </Button>
                    <Button kind="drop" {...keyOf(hasKeys, 'x')} onClick={() => onSettle('reject')}>
                      Reject
                    </Button>
                  </>
                )}
                <Button {...keyOf(hasKeys, 'Enter')} onClick={onOpen}>
                  Open the example
                </Button>
              </>
            ) : (
              <span className="muted">not in this workspace</span>
            )}
          </div>
          {isHidden ? <p className="muted">Hidden while you review blind: open it and say yours first.</p> : <Opinions dispute={dispute} />}
        </>
      )}
    </li>
  )
}

/** The keys act on the line with the focus, so that they are shown there alone. */
function keyOf(hasKeys: boolean, keys: string): { keys?: string } {
  return hasKeys ? { keys } : {}
}

/** Who said what, oldest first, and what the recipe says. */
export function Opinions({ dispute }: { dispute: Dispute }) {
  return (
    <ul className="opinions-list" aria-label={`What was said of ${nameOf(dispute)}`}>
      {dispute.opinions.map(({ reviewer, decision, reason, note, time, isBlind }) => (
        <li key={reviewer}>
          <DecisionMark decision={decision} />
          <b className="cut" title={reviewer}>
            {reviewer}
          </b>
          <span className="dispute-why" title={note ?? undefined}>
            {[reason?.replaceAll('-', ' '), note && `“${note}”`].filter(Boolean).join(' · ')}
          </span>
          <span className="faint">
            {isBlind && 'blind · '}
            {formatDate(time)}
          </span>
        </li>
      ))}
      {dispute.row && (
        <li>
          <VerdictMark verdict={dispute.row.verdict} />
          <span className="muted">the recipe</span>
          <span className="muted dispute-why">{dispute.row.reasons.map(({ text }) => text).join(' · ')}</span>
        </li>
      )}
    </ul>
  )
}

/** See {@link DisagreementLine}. `top` in px. */
export interface DisagreementLineProps {
  ref: Ref<HTMLLIElement>
  index: number
  top: number
  total: number
  dispute: Dispute | undefined
  /** Tab comes to this line; keys act on it while the focus is in the list. */
  isOn: boolean
  hasKeys: boolean
  isHidden: boolean
  onCursor: () => void
  onSettle: (decision: 'accept' | 'reject') => void
  onOpen: () => void
}
