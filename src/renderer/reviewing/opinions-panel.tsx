import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'radix-ui'
import { useApi } from '../api/use-api.ts'
import { formatCount } from '../widgets/index.ts'
import { DisagreementList } from './disputes/disagreement-list.tsx'
import { LedgerPanel } from './ledger/ledger-panel.tsx'
import { PeoplePanel } from './people/people-panel.tsx'
import { showTab, useReviewView } from './review-view.ts'

/** People above; below, what they dispute and what all of them said. */
export function OpinionsPanel() {
  const tab = useReviewView((view) => view.tab)
  return (
    <div className="panel opinions-panel">
      <PeoplePanel />
      <Tabs.Root className="opinions-tabs" value={tab} onValueChange={(value) => showTab(value === 'ledger' ? 'ledger' : 'disagreements')}>
        <div className="bar">
          <Tabs.List className="segmented" aria-label="Opinions">
            <Tabs.Trigger value="disagreements" className="segment tab">
              Disagreements <DisputeCount />
            </Tabs.Trigger>
            <Tabs.Trigger value="ledger" className="segment tab">
              Ledger
            </Tabs.Trigger>
          </Tabs.List>
        </div>
        <Tabs.Content className="opinions-content" value={tab} tabIndex={-1}>
          {tab === 'ledger' ? <LedgerPanel /> : <DisagreementList />}
        </Tabs.Content>
      </Tabs.Root>
    </div>
  )
}

function DisputeCount() {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['review', 'agreement'], queryFn: () => api.review.agreement() })
  return data && data.disputed > 0 ? <span className="tab-count">{formatCount(data.disputed)}</span> : null
}
