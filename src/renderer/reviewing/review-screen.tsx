import { useEffect } from 'react'
import { preloadExample } from '../app/preload-example.ts'
import { NothingOpen } from '../browse/nothing-open.tsx'
import { FileDialog } from '../open/file-dialog.tsx'
import { useWorkspace } from '../state/use-workspace.ts'
import { Button, SplitPanes } from '../widgets/index.ts'
import { OpinionsPanel } from './opinions-panel.tsx'
import { QueuesPanel } from './queues/queues-panel.tsx'
import { ReviewDialogs } from './review-dialogs.tsx'
import { openReview } from './review-view.ts'
import './reviewing.css'
import './opinions.css'

/** Queues to work through, who agrees with whom, what is in dispute, and the ledger. */
export function ReviewScreen() {
  const workspace = useWorkspace()
  useEffect(preloadExample, [])
  if (workspace.data?.counts.indexed === 0) return <NothingYet />
  return (
    <div className="review-screen">
      <SplitPanes
        name="review"
        panes={[
          { id: 'queues', label: 'Queues', size: 400, min: 320, content: <QueuesPanel /> },
          { id: 'opinions', label: 'Opinions', size: 'rest', min: 380, content: <OpinionsPanel /> },
        ]}
      />
      <ReviewDialogs />
      <FileDialog />
    </div>
  )
}

/** Somebody who is sent a pack begins with it: nothing else has to be opened first. */
function NothingYet() {
  return (
    <div className="scroll review-nothing">
      <NothingOpen title="Nothing to review yet" />
      <p className="muted">Were you sent a review pack? It brings its examples along.</p>
      <Button onClick={() => openReview({ kind: 'open-pack' })}>Open a review pack</Button>
      <ReviewDialogs />
      <FileDialog />
    </div>
  )
}
