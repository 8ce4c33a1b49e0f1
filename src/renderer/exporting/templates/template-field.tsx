import { useId, useState } from 'react'
import { askForFile } from '../../open/file-dialog-store.ts'
import { Button, ErrorState, Field, Select } from '../../widgets/index.ts'
import { TemplateFacts } from './template-facts.tsx'
import { useTemplates } from './use-templates.ts'
import './template.css'

/** Which chat template rows go through: chosen among those of the workspace, or taken in by its path; with what it does to rows. */
export function TemplateField({ value, isNeeded, isBrief = false, onChange }: TemplateFieldProps) {
  const { templates, isLoaded, error, isTaking, take, forget } = useTemplates()
  const [path, setPath] = useState<string | null>(null)
  const id = useId()
  const chosen = templates.find((one) => one.id === value)
  const takeIn = (from: string) => {
    if (from.trim() === '') return
    take(from.trim(), (template) => {
      onChange(template.id)
      setPath(null)
    })
  }
  const none = { value: '', text: isNeeded ? 'choose one' : 'none: rows as the format has them' }
  const gone = value !== null && isLoaded && !chosen ? [{ value, text: `${value}, no longer in this workspace` }] : []
  return (
    <section className="template" aria-label="Chat template">
      <div className="template-line">
        <Select
          className="grow"
          label="Chat template"
          options={[none, ...gone, ...templates.map((one) => ({ value: one.id, text: `${one.name}  ${one.id}` }))]}
          value={value ?? ''}
          onChange={(to) => onChange(to === '' ? null : to)}
        />
        <Button aria-expanded={path !== null} aria-controls={`${id}-take`} onClick={() => setPath(path === null ? '' : null)}>
          Take one in
        </Button>
        {chosen && !isBrief && <Button onClick={() => forget(chosen.id, () => onChange(null))}>Forget</Button>}
      </div>
      {path !== null && (
        <form
          id={`${id}-take`}
          className="template-line"
          onSubmit={(event) => {
            event.preventDefault()
            takeIn(path)
          }}
        >
          <Field
            className="grow"
            label="Path of a template"
            hint="A .jinja file, a tokenizer_config.json, or the folder of a model. Its text is copied into the workspace and tried."
            isMono
            value={path}
            onChange={(event) => setPath(event.target.value)}
          />
          <Button onClick={() => askForFile({ purpose: 'template', onTake: takeIn })}>Choose</Button>
          <Button type="submit" isBusy={isTaking} disabled={path.trim() === ''}>
            Take in
          </Button>
        </form>
      )}
      {error && <ErrorState error={error} isCompact />}
      {chosen && !isBrief && <TemplateFacts template={chosen} />}
    </section>
  )
}

/** See {@link TemplateField}. `value` is the id of a template; `isNeeded` when the target cannot do without; `isBrief` only chooses and takes in. */
export interface TemplateFieldProps {
  value: string | null
  isNeeded: boolean
  isBrief?: boolean
  onChange: (id: string | null) => void
}
