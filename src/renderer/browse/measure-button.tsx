import { Gauge } from 'lucide-react'
import { askToMeasure } from '../state/measure-question.ts'
import { useWork } from '../state/work-store.ts'
import { Button, formatShort } from '../widgets/index.ts'
import { useUnmeasured } from './use-unmeasured.ts'

/** Offers to measure what of the selection is only indexed; not there when everything is measured. */
export function MeasureButton() {
  const unmeasured = useUnmeasured()
  const isRunning = useWork(({ measuring }) => measuring?.state === 'running')
  if (unmeasured === 0) return null
  return (
    <Button keys="m" isBusy={isRunning} icon={<Gauge size={14} aria-hidden />} aria-label="Measure this selection" onClick={askToMeasure}>
      Measure {formatShort(unmeasured)}
    </Button>
  )
}
