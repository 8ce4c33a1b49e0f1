import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/use-api.ts'
import { formatDate } from '../../widgets/index.ts'
import { visibleText } from '../logic/split-text.ts'
import { historyQuery } from '../queries.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Detail } from '../types.ts'

/** The recipe's name with how its first reason fared so far, or the standing decision in filled violet: who, when, why. */
export function DecisionLine({ detail, overridden }: { detail: Detail; overridden: ReactNode }) {
  const { row, recipeName } = detail
  const when = useDecisionTime(detail)
  const said = [row.decisionReason, row.note && `“${row.note}”`, row.reviewer, when && formatDate(when)].filter(Boolean).join(' · ')
  return (
    <p className="decision-line">
      {row.decision !== null && (
        <span className="decision-word">
          <i aria-hidden>●</i> {row.decision === 'accept' ? 'accepted' : 'rejected'}
        </span>
      )}
      {row.isStale && (
        <span className="tag tag-unknown" title="The row's bytes have changed since; look again and decide anew">
          stale: the row changed since
        </span>
      )}
      {(row.decision !== null || row.note) && (
        <span className="cut" title={visibleText(said)}>
          <MarkedText text={said} />
        </span>
      )}
      {row.decision === null && (
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
    </p>
  )
}

function useDecisionTime({ row }: Detail): string | null {
  const api = useApi()
  const { data } = useQuery({ ...historyQuery(api, row.id), enabled: row.decision !== null })
  return data?.findLast((entry) => entry.kind === row.decision)?.time ?? null
}
