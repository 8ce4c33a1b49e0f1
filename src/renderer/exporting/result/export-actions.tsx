import { useCapabilities } from '../../api/use-host.ts'
import { Button, CopyButton } from '../../widgets/index.ts'
import { goOn } from './after-store.ts'
import { showCard } from './card-store.ts'

/** What can be done with an export that is there: the same for the one just made and for those of before. */
export function ExportActions({ dir }: { dir: string }) {
  const { revealInFolder } = useCapabilities()
  return (
    <span className="export-actions">
      <Button onClick={() => goOn({ kind: 'verify', dir })}>Verify</Button>
      <Button onClick={() => goOn({ kind: 'push', dir })}>Push</Button>
      <Button onClick={() => showCard(dir)}>Show card</Button>
      {revealInFolder && <Button onClick={() => void revealInFolder(dir)}>Show in folder</Button>}
      <CopyButton label="the folder" text={dir} />
    </span>
  )
}
