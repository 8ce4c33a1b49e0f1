import { turnTo } from '../app/route.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Button, formatCounted } from '../widgets/index.ts'

/** The way to the other attempts at this instance; nothing where it is the only one. */
export function SiblingsLink({ id, count }: { id: string; count: number }) {
  const go = () => {
    if (count > 0) turnTo('siblings', id)
  }
  useKeys(count > 0 ? [{ key: 'c', name: 'Compare siblings', group: 'Move', run: go }] : [])
  if (count === 0) return null
  return (
    <Button
      kind="ghost"
      keys="c"
      aria-label={`Compare siblings: ${formatCounted(count, 'other attempt')}`}
      title="Compare siblings"
      onClick={go}
    >
      {formatCounted(count, 'sibling')}
    </Button>
  )
}
