import { navigate } from '../app/route.ts'
import { useOpening } from '../open/use-opening.ts'
import { useWork } from '../state/work-store.ts'
import { Button, EmptyState } from '../widgets/index.ts'

/** Says that a workspace has no example yet, and how it gets some. `title` names what a screen lacks. */
export function NothingOpen({ title }: { title: string }) {
  const { openSample } = useOpening()
  const isAdding = useWork(({ adding }) => adding?.state === 'running')
  if (isAdding)
    return (
      <EmptyState
        title="The first rows are on their way"
        action={<Button onClick={() => navigate({ screen: 'open' })}>See how it goes</Button>}
      >
        They appear here as they are read; nothing has to be done.
      </EmptyState>
    )
  return (
    <EmptyState
      title={title}
      action={
        <>
          <Button kind="primary" data-first-focus onClick={() => void openSample()}>
            Open the sample
          </Button>
          <Button onClick={() => navigate({ screen: 'open' })}>Open something else</Button>
        </>
      }
    >
      Open a folder, a file or the bundled sample; its examples appear here as they are read.
    </EmptyState>
  )
}
