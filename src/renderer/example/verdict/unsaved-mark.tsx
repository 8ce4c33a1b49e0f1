import { useEffect } from 'react'
import { navigate } from '../../app/route.ts'
import { forgetUnsaved, useOutbox } from '../../state/outbox.ts'
import { Button, formatCount } from '../../widgets/index.ts'
import type { Row } from '../types.ts'

/** Stays for as long as something said could not be saved, and leads back to it. An answer that turns out to stand is no longer counted. */
export function UnsavedMark({ row, reviewer }: { row: Row; reviewer: string }) {
  const unsaved = useOutbox((outbox) => outbox.unsaved)
  const isStanding = unsaved.some((one) => one.exampleId === row.id && one.kind === row.decision && row.decidedBy.includes(reviewer))
  useEffect(() => {
    if (isStanding) forgetUnsaved(row.id)
  }, [isStanding, row.id])
  const [first] = unsaved
  if (!first || first.exampleId === null) return null
  const { exampleId, queue } = first
  return (
    <Button className="unsaved" onClick={() => navigate({ screen: 'example', id: exampleId, message: null, queue })}>
      {formatCount(unsaved.length)} not saved: go back
    </Button>
  )
}
