import { useQuery, useQueryClient } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { useApi } from '../../api/use-api.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { SavedField } from '../../settings/saved-field.tsx'
import { useSettings } from '../../state/use-settings.ts'
import { announce, Button, ErrorState, formatCounted, Skeleton } from '../../widgets/index.ts'
import type { Agreement } from '../types.ts'
import { AgreementTable } from './agreement-table.tsx'
import { KappaPlot } from './kappa-plot.tsx'
import { NoPairs } from './no-pairs.tsx'
import { ReviewerTable } from './reviewer-table.tsx'

/** Who reviews, whether blind, and how often people agree. */
export function PeoplePanel() {
  const api = useApi()
  const agreement = useQuery({ queryKey: ['review', 'agreement'], queryFn: () => api.review.agreement() })
  return (
    <section className="people" aria-labelledby="people">
      <div className="bar">
        <h2 id="people">People</h2>
        <span className="muted cut">{agreement.data && summaryOf(agreement.data)}</span>
        <span className="grow" />
        <BlindSwitch />
      </div>
      <div className="people-body">
        <div className="people-who">
          <Identity />
          {agreement.data && agreement.data.reviewers.length > 0 && <ReviewerTable reviewers={agreement.data.reviewers} />}
        </div>
        {agreement.isError && <ErrorState error={agreement.error} onRetry={() => void agreement.refetch()} isCompact />}
        {agreement.isPending && <Skeleton lines={3} height={24} label="Loading who agrees" />}
        {agreement.data?.pairs.length === 0 && <NoPairs />}
        {agreement.data && agreement.data.pairs.length > 0 && (
          <div className="people-who">
            <AgreementTable pairs={agreement.data.pairs} />
            <KappaPlot pairs={agreement.data.pairs} />
          </div>
        )}
      </div>
    </section>
  )
}

function summaryOf({ doubled, disputed, settled }: Agreement): string {
  if (doubled === 0) return ''
  return `${formatCounted(doubled, 'example')} judged by two or more · ${disputed} in dispute · ${settled} settled`
}

/** The name that stands beside decisions from now on. */
function Identity() {
  const { settings, save } = useSettings()
  const client = useQueryClient()
  const rename = async (reviewer: string) => {
    if (reviewer === '') return
    await save({ reviewer })
    // What is left of a queue is left for somebody.
    await client.invalidateQueries({ queryKey: ['queue', 'list'] })
  }
  return (
    <div className="people-identity">
      <SavedField label="Your name" hint="Stands beside every decision you make from now on." value={settings.reviewer} onSave={rename} />
    </div>
  )
}

/** Hides what the recipe and others say until one's own answer stands. */
function BlindSwitch() {
  const { settings, change } = useSettings()
  const flip = () => {
    change({ isBlind: !settings.isBlind })
    announce(settings.isBlind ? 'Blind review is off' : 'Blind review is on')
  }
  useKeys([{ key: 'b', name: 'Blind review', group: 'Review', run: flip }])
  return (
    <Button
      keys="b"
      className={settings.isBlind ? 'blind-on' : ''}
      icon={<EyeOff size={14} aria-hidden />}
      aria-pressed={settings.isBlind}
      title="Verdicts, findings and others' decisions stay hidden until your own is given"
      onClick={flip}
    >
      Blind review{settings.isBlind ? ': on' : ''}
    </Button>
  )
}
