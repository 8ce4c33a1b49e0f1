import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { faultOf } from '../../state/fault-of.ts'
import { useSettings } from '../../state/use-settings.ts'
import { Button, Checkbox, ErrorState, Skeleton } from '../../widgets/index.ts'
import type { ReviewReason } from './edit-reasons.ts'
import { ReasonsOf } from './reasons-of.tsx'
import './reasons.css'

/** How one reviews, and the reasons of this workspace that a digit picks. */
export function ReviewSection() {
  const { settings, change } = useSettings()
  return (
    <>
      <Checkbox isOn={settings.isBlind} onChange={(isBlind) => change({ isBlind })}>
        Blind: what the recipe and others say is hidden until you have decided
      </Checkbox>
      <Reasons />
    </>
  )
}

function Reasons() {
  const api = useApi()
  const client = useQueryClient()
  const [wrong, setWrong] = useState<{ at: string; text: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const reasons = useQuery({ queryKey: ['review', 'reasons'], queryFn: () => api.review.reasons() })
  if (reasons.isError) return <ErrorState error={reasons.error} onRetry={() => void reasons.refetch()} isCompact />
  if (!reasons.data) return <Skeleton lines={4} height={16} label="Looking up the reasons" />

  const keep = async (at: string, next: ReviewReason[] | null) => {
    setBusy(true)
    setWrong(null)
    try {
      client.setQueryData(['review', 'reasons'], await api.review.setReasons({ reasons: next }))
      return true
    } catch (error) {
      const { message, remedy } = faultOf(error)
      setWrong({ at, text: remedy ? `${message} ${remedy}` : message })
      return false
    } finally {
      setBusy(false)
    }
  }
  const wrongAt = (at: string) => (wrong?.at === at ? wrong.text : null)
  return (
    <>
      <ReasonsOf decision="accept" reasons={reasons.data} isBusy={isBusy} wrongAt={wrongAt} onKeep={keep} />
      <ReasonsOf decision="reject" reasons={reasons.data} isBusy={isBusy} wrongAt={wrongAt} onKeep={keep} />
      <div className="reason-restore">
        <Button isBusy={isBusy} onClick={() => void keep('restore', null)}>
          Restore the reasons of Winnow
        </Button>
        <span className={wrongAt('restore') ? 'field-note field-error' : 'field-note'} role={wrongAt('restore') ? 'alert' : undefined}>
          {wrongAt('restore') ?? 'Kept in this workspace. What the ledger holds stays: it stores codes, never labels.'}
        </span>
      </div>
    </>
  )
}
