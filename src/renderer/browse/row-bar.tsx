import { personKeys, useKeyStore } from '../keys/key-store.ts'
import type { ExampleRow } from '../state/use-decide.ts'
import { Button, KbdOf } from '../widgets/index.ts'
import type { RowActions } from './use-browse-keys.ts'

/** The row under the cursor, and what its keys do to it. */
export function RowBar({ row, actions }: { row: ExampleRow | null; actions: RowActions }) {
  const [openKey] = personKeys('Enter', useKeyStore())
  return (
    <section className="bar row-bar" aria-label="The row under the cursor" data-area>
      <span className="mono cut row-bar-name">{row ? (row.instanceId ?? row.id) : ''}</span>
      <Button disabled={row === null} onClick={actions.open}>
        Open the example
        {openKey !== undefined && <KbdOf keys={openKey} />}
      </Button>
      <Button kind="drop" keys="x" disabled={row === null} onClick={actions.reject}>
        Reject
      </Button>
      <Button kind="keep" keys="a" disabled={row === null} onClick={actions.accept}>
        Accept
      </Button>
      <Button kind="ghost" keys="u" onClick={actions.undo}>
        Undo
      </Button>
    </section>
  )
}
