import { type FormEvent, useState } from 'react'
import { faultOf } from '../../state/fault-of.ts'
import { useDebounced } from '../../state/use-debounced.ts'
import { useSettings } from '../../state/use-settings.ts'
import { Button, Checkbox, Dialog, Field, formatCounted, toast } from '../../widgets/index.ts'
import { defaultName, definitionOf, draftErrors, firstDraft, type QueueDraft } from '../logic/queue-draft.ts'
import { openReview } from '../review-view.ts'
import { useQueueEdits } from '../use-queue-edits.ts'
import { useShown } from '../use-shown.ts'
import { DrawFrom } from './draw-from.tsx'
import { NumberFields } from './number-fields.tsx'
import { OrderChoices } from './order-choices.tsx'
import { QueuePreview } from './queue-preview.tsx'

const close = () => openReview(null)
const PREVIEW_AFTER = 250

/** Thinks up a queue, says what it would take, and makes it. `fill` is what a quick start asks for. */
export function NewQueueDialog({ fill }: { fill: Partial<QueueDraft> }) {
  return (
    <Dialog
      isOpen
      onClose={close}
      look="wide"
      title="New queue"
      description="Its examples are chosen when it is made, for good: what changes later in Browse or in the recipe does not move it."
    >
      <QueueForm fill={fill} />
    </Dialog>
  )
}

function QueueForm({ fill }: { fill: Partial<QueueDraft> }) {
  const { settings } = useSettings()
  const shown = useShown()
  const { make } = useQueueEdits()
  const [draft, setDraft] = useState<QueueDraft>(() => ({ ...firstDraft(settings.isBlind), ...fill }))
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const put = (part: Partial<QueueDraft>) => {
    setDraft((now) => ({ ...now, ...part }))
    setRefusal(null)
  }
  const definition = definitionOf(draft, shown)
  const previewed = useDebounced(definition === null ? null : JSON.stringify({ ...definition, name: '' }), PREVIEW_AFTER)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (definition === null || isBusy) return
    setBusy(true)
    try {
      const made = await make(definition)
      close()
      toast({ text: `Made “${made.definition.name}” with ${formatCounted(made.total, 'example')}` })
    } catch (error) {
      const { message, remedy } = faultOf(error)
      setRefusal(remedy ? `${message} ${remedy}` : message)
      setBusy(false)
    }
  }
  return (
    <form className="review-form" onSubmit={(event) => void submit(event)}>
      <Field
        label="Name"
        data-first-focus
        maxLength={200}
        placeholder={defaultName(draft)}
        value={draft.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <OrderChoices order={draft.order} onChange={(order) => put({ order })} />
      <DrawFrom draft={draft} shown={shown} onChange={put} />
      <NumberFields draft={draft} errors={draftErrors(draft)} onChange={put} />
      <div className="new-queue-boxes">
        <Checkbox isOn={draft.onlyUndecided} onChange={(onlyUndecided) => put({ onlyUndecided })}>
          Only undecided
        </Checkbox>
        <Checkbox isOn={draft.onlyUnlabelled} onChange={(onlyUnlabelled) => put({ onlyUnlabelled })}>
          Only without a label
        </Checkbox>
        <Checkbox isOn={draft.onlyStale} onChange={(onlyStale) => put({ onlyStale })}>
          Only stale decisions
        </Checkbox>
        <Checkbox isOn={draft.isBlind} onChange={(isBlind) => put({ isBlind })}>
          Blind: verdicts and others' decisions stay hidden
        </Checkbox>
      </div>
      <QueuePreview asked={previewed} isStratified={draft.order === 'stratified'} />
      {refusal !== null && (
        <p className="review-refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="form-actions new-queue-actions">
        <span className="grow" />
        <Button onClick={close}>Cancel</Button>
        <Button kind="primary" type="submit" keys="Enter" isBusy={isBusy} disabled={definition === null}>
          Make the queue
        </Button>
      </div>
    </form>
  )
}
