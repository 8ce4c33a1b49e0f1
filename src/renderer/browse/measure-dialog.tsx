import { type FormEvent, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { closeMeasureQuestion, useMeasureQuestion } from '../state/measure-question.ts'
import { useView } from '../state/view-store.ts'
import { startMeasuring, useWork } from '../state/work-store.ts'
import { Button, Dialog, Field, formatCount, formatCounted } from '../widgets/index.ts'
import { ASKS_ABOVE, limitError } from './measuring-words.ts'
import { useUnmeasured } from './use-unmeasured.ts'

/** Asks before the rows of a selection are fetched and measured; of many, how many at most. */
export function MeasureDialog() {
  const { isAsking } = useMeasureQuestion()
  const unmeasured = useUnmeasured()
  return (
    <Dialog isOpen={isAsking} onClose={closeMeasureQuestion} title="Measure this selection" description={questionWords(unmeasured)}>
      <MeasureForm unmeasured={unmeasured} />
    </Dialog>
  )
}

function questionWords(unmeasured: number): string {
  if (unmeasured === 0) return 'Every example of this selection is measured.'
  const subject =
    unmeasured === 1 ? '1 example is only indexed. Its row is' : `${formatCount(unmeasured)} examples are only indexed. Their rows are`
  return `${subject} fetched from the Hub, stored and measured; then the recipe speaks about them.`
}

function MeasureForm({ unmeasured }: { unmeasured: number }) {
  const api = useApi()
  const selection = useView((view) => view.selection)
  const isRunning = useWork(({ measuring }) => measuring?.state === 'running')
  const asks = unmeasured > ASKS_ABOVE
  const [typed, setTyped] = useState(String(ASKS_ABOVE))
  const wrong = asks ? limitError(typed, unmeasured) : null
  const count = asks ? Number(typed) : unmeasured
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wrong !== null || unmeasured === 0 || isRunning) return
    closeMeasureQuestion()
    startMeasuring(api, asks ? { selection, limit: count } : { selection })
  }
  return (
    <form className="csv-form" onSubmit={submit}>
      {asks && (
        <Field
          label="At most"
          data-first-focus
          inputMode="numeric"
          suffix={<span>of {formatCount(unmeasured)}</span>}
          hint="In the order of the files, so that little is fetched; the others can follow later."
          error={wrong}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="form-actions">
        {isRunning && <span className="muted grow">Another selection is being measured.</span>}
        <Button onClick={closeMeasureQuestion}>{unmeasured === 0 ? 'Close' : 'Cancel'}</Button>
        {unmeasured > 0 && (
          <Button kind="primary" type="submit" {...(asks ? {} : { 'data-first-focus': true })} disabled={isRunning || wrong !== null}>
            Measure {wrong === null ? formatCounted(count, 'example') : 'them'}
          </Button>
        )}
      </div>
    </form>
  )
}
