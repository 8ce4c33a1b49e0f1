import { useRef } from 'react'
import { Checkbox } from '../widgets/index.ts'
import { ConditionField } from './fields/condition-field.tsx'
import { LabelList } from './fields/label-list.tsx'
import { LanguageList } from './fields/language-list.tsx'
import { MeasureField } from './fields/measure-field.tsx'
import { NumberField } from './fields/number-field.tsx'
import { TextField } from './fields/text-field.tsx'
import { TextListField } from './fields/text-list-field.tsx'
import type { RuleInfo } from './rule-info.ts'

/** One parameter, drawn by its type. */
export function ParameterField({ rule, parameter, value, onChange: onSet }: ParameterFieldProps) {
  const { type, help, allowed } = parameter
  const session = useRef(0)
  const onChange = (next: unknown) => onSet(next, session.current)
  const label = labelOf(parameter.name)
  const field = () => {
    switch (type) {
      case 'integer':
      case 'real':
        return <NumberField label={label} parameter={parameter} value={Number(value)} onChange={onChange} />
      case 'boolean':
        return (
          <Checkbox isOn={value === true} onChange={onChange}>
            {label}
            <span className="field-note"> {help}</span>
          </Checkbox>
        )
      case 'label-list':
        return <LabelList value={listOf(value)} help={help} onChange={onChange} />
      case 'text-list':
        return rule.id.includes('language') ? (
          <LanguageList value={listOf(value).map(String)} legend={rule.id === 'languages' ? null : help} onChange={onChange} />
        ) : (
          <TextListField label={label} help={help} allowed={allowed} value={listOf(value).map(String)} onChange={onChange} />
        )
      case 'measure':
        return <MeasureField label={label} help={help} allowed={allowed} value={String(value ?? '')} onChange={onChange} />
      case 'text':
        return isCondition(rule, parameter) ? (
          <ConditionField label="Drop where" help={help} value={String(value ?? '')} onChange={onChange} />
        ) : (
          <TextField label={label} help={help} allowed={allowed} value={String(value ?? '')} onChange={onChange} />
        )
    }
  }
  return (
    // Another visit to the field begins another edit: what is typed in one go is taken back in one go.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only counts visits, the field within does the work
    <div className="parameter" onFocus={() => (session.current += 1)}>
      {field()}
    </div>
  )
}

/** See {@link ParameterField}. `session` counts visits to the field. */
export interface ParameterFieldProps {
  rule: RuleInfo
  parameter: RuleInfo['parameters'][number]
  value: unknown
  onChange: (value: unknown, session: number) => void
}

function isCondition(rule: RuleInfo, { name }: { name: string }): boolean {
  return rule.id === 'expression' && ['drop', 'when', 'condition', 'where'].includes(name)
}

function labelOf(name: string): string {
  const words = name.replaceAll(/[_-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
