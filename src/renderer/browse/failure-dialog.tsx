import { hashOf } from '../app/route.ts'
import { Button, CopyButton, Dialog, formatCount, formatCounted } from '../widgets/index.ts'

/** The rows that could not be measured, and why. The first ones, when there are many. */
export function FailureDialog({ isOpen, onClose, failed, count }: FailureDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      look="wide"
      title={`${formatCounted(count, 'row')} could not be measured`}
      description={failed.length < count ? `The first ${formatCount(failed.length)} of them.` : 'All others were.'}
      actions={
        <>
          <CopyButton label="the rows shown" text={failed.map(({ id, reason }) => `${id}\t${reason}`).join('\n')} />
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <ul className="failures">
        {failed.map(({ id, reason }) => (
          <li key={id}>
            <a className="mono cut" href={hashOf({ screen: 'example', id, message: null })} onClick={onClose}>
              {id}
            </a>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** See {@link FailureDialog}. `count` is all of them, `failed` those that are told. */
export interface FailureDialogProps {
  isOpen: boolean
  onClose: () => void
  failed: readonly { id: string; reason: string }[]
  count: number
}
