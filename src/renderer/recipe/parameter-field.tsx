import { useState } from 'react'
import { useMeasures } from '../state/use-measures.ts'
import { Checkbox, Field, Select } from '../widgets/index.ts'
import { LanguageList } from './language-list.tsx'
import type { RuleInfo } from './rule-info.ts'

const LABELS = [
  { value: 1, word: '✓ resolved (1)' },
  { value: 0, word: '✕ failed (0)' },
  { value: -1, word: '? no label (-1)' },
]

/** One parameter, drawn by its type. */
export function ParameterField({ rule, parameter, value, onChange }: ParameterFieldProps) {
  const { type, help } = parameter
  const name = parameter.name.charAt(0).toUpperCase() + parameter.name.slice(1)
  switch (type) {
    case 'label-list':
      return <LabelList value={listOf(value)} onChange={onChange} />
    case 'integer':
      return <IntegerField label={name} help={help} value={Number(value)} onChange={onChange} />
    case 'text-list':
      return rule === 'languages' ? (
        <LanguageList value={listOf(value).map(String)} onChange={onChange} />
      ) : (
        <TextField label={name} help={help} value={listOf(value).join(', ')} onChange={(text) => onChange(splitList(text))} />
      )
    case 'text':
      return rule === 'token-limit' && parameter.name === 'measure' ? (
        <TokenMeasure label={name} help={help} value={String(value ?? '')} onChange={onChange} />
      ) : (
        <TextField label={name} help={help} value={String(value ?? '')} onChange={onChange} />
      )
  }
}

/** See {@link ParameterField}. */
export interface ParameterFieldProps {
  rule: string
  parameter: RuleInfo['parameters'][number]
  value: unknown
  onChange: (value: unknown) => void
}

/** The dataset's label has three values, and which of them count is never hidden. The last one ticked stays. */
function LabelList({ value, onChange }: { value: readonly unknown[]; onChange: (value: number[]) => void }) {
  const toggle = (label: number, isOn: boolean) => {
    const next = LABELS.map((one) => one.value).filter((one) => (one === label ? isOn : value.includes(one)))
    if (next.length > 0) onChange(next)
  }
  return (
    <fieldset className="parameter">
      <legend>Which of 1 / 0 / -1 counts as kept</legend>
      <div className="parameter-row">
        {LABELS.map(({ value: label, word }) => (
          <Checkbox key={label} isOn={value.includes(label)} onChange={(isOn) => toggle(label, isOn)}>
            {word}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

function IntegerField({ label, help, value, onChange }: { label: string; help: string; value: number; onChange: (value: number) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const typed = draft === null ? value : Number(draft.replaceAll(/[,\s_]/g, ''))
  const isWrong = draft !== null && (draft.trim() === '' || !Number.isSafeInteger(typed))
  return (
    <Field
      className="parameter"
      label={label}
      hint={help}
      error={isWrong ? 'A whole number is needed here.' : null}
      inputMode="numeric"
      isMono
      value={draft ?? value.toLocaleString('en')}
      onChange={(event) => {
        setDraft(event.target.value)
        const next = Number(event.target.value.replaceAll(/[,\s_]/g, ''))
        if (event.target.value.trim() !== '' && Number.isSafeInteger(next)) onChange(next)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}

function TextField({ label, help, value, onChange }: { label: string; help: string; value: string; onChange: (value: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== value) onChange(draft)
    setDraft(null)
  }
  return (
    <Field
      className="parameter"
      label={label}
      hint={help}
      isMono
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}

/** Which of the counts of tokens is limited; one that a recipe names and nobody knows stays to be seen. */
function TokenMeasure({ label, help, value, onChange }: { label: string; help: string; value: string; onChange: (value: string) => void }) {
  const { measures, labelOf } = useMeasures()
  const known = measures.filter((measure) => measure.unit === 'tokens').map((measure) => measure.id)
  const offered = known.includes(value) ? known : [value, ...known]
  return (
    <Select
      className="parameter"
      label={label}
      hint={help}
      options={offered.map((id) => ({ value: id, text: labelOf(id) === id ? id : `${id}: ${labelOf(id)}` }))}
      value={value}
      onChange={onChange}
    />
  )
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
