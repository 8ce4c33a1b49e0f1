import type { ReactNode } from 'react'
import { formatDate } from '../../widgets/index.ts'
import { visibleText } from '../logic/split-text.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Detail, Row } from '../types.ts'
import { useIsHidden } from './blind.ts'
import { OpinionList } from './opinion-list.tsx'
import { disputeWords, opinionWords } from './opinion-words.ts'

interface DecisionLineProps {
  detail: Detail
  reviewer: string
  /** How the recipe's first reason fared so far. */
  overridden: ReactNode
}

/** Under the verdict what people say, in violet: who, what, why, when; or the recipe's name where nobody has decided. */
export function DecisionLine({ detail, reviewer, overridden }: DecisionLineProps) {
  const isHidden = useIsHidden()
  const { row, recipeName } = detail
  if (isHidden) return <p className="decision-line muted">verdict, findings and what others say come when you have decided</p>
  return (
    <p className="decision-line">
      {row.isFlagged && <span className="tag tag-human">⚑ flagged</span>}
      {row.isStale && (
        <span className="tag tag-unknown" title="A decision is about other bytes than the row has now">
          the row changed since: decide anew
        </span>
      )}
      {row.decidedBy.length > 0 || row.note ? (
        <Said detail={detail} reviewer={reviewer} />
      ) : (
        <span className="muted cut">
          {recipeName === null ? 'no recipe' : 'recipe '}
          {recipeName !== null && (
            <b>
              <MarkedText text={recipeName} />
            </b>
          )}
          {' · nobody has decided'}
          {overridden}
        </span>
      )}
      <TagMarks tags={row.tags} />
    </p>
  )
}

function Said({ detail: { row, opinions }, reviewer }: { detail: Detail; reviewer: string }) {
  const said = row.isDisputed ? disputeWords(opinions) : saidWords(row, opinions)
  return (
    <>
      {row.isDisputed && <span className="tag tag-human">disputed</span>}
      {row.decision !== null && (
        <span className="decision-word">
          <i aria-hidden>●</i> {row.decision === 'accept' ? 'accepted' : 'rejected'}
        </span>
      )}
      <span className="cut decision-said" title={visibleText(said)}>
        <MarkedText text={said} />
      </span>
      {opinions.length > 1 && <OpinionList opinions={opinions} reviewer={reviewer} />}
    </>
  )
}

function saidWords(row: Row, opinions: Detail['opinions']): string {
  const when = opinions.at(-1)?.time
  const who = opinions.length > 1 ? opinions.map(opinionWords).join(', ') : row.reviewer
  return [row.decisionReason, row.note && `“${row.note}”`, who, when && formatDate(when)].filter(Boolean).join(' · ')
}

/** Tags drawn; more are told. */
const TAGS_SHOWN = 3

function TagMarks({ tags }: { tags: readonly string[] }) {
  return (
    <span className="tag-marks">
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <span key={tag} className="tag tag-human" title={visibleText(tag)}>
          <MarkedText text={tag} />
        </span>
      ))}
      {tags.length > TAGS_SHOWN && <span className="faint">+{tags.length - TAGS_SHOWN}</span>}
    </span>
  )
}
