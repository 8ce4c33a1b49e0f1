import { Checkbox, Segmented } from '../../widgets/index.ts'
import { TemplateField } from '../templates/template-field.tsx'
import type { Plan, Target } from '../types.ts'
import { ContextField } from './context-field.tsx'
import { TokenizerNote } from './tokenizer-note.tsx'

type Options = Plan['options']

const ARGUMENTS = [
  { value: 'as-needed', label: 'as needed' },
  { value: 'object', label: 'object' },
  { value: 'string', label: 'JSON string' },
] as const

/** Options of the chosen target, and no others. */
export function TargetOptions({ target, options, onChange }: TargetOptionsProps) {
  const has = (name: keyof Options) => target.options.includes(name)
  const put = (part: Partial<Options>) => onChange({ ...options, ...part })
  return (
    <div className="options">
      {(has('template') || target.needsTemplate) && (
        <TemplateField value={options.template} isNeeded={target.needsTemplate} onChange={(template) => put({ template })} />
      )}
      {target.needsTokenizer && <TokenizerNote />}
      {has('arguments') && (
        <div className="option">
          <span className="field-label">Arguments of calls</span>
          <Segmented label="Arguments of calls" value={options.arguments} segments={ARGUMENTS} onChange={(to) => put({ arguments: to })} />
          <span className="field-note">
            As needed: an object, or a string where the template takes nothing else. The wrong one is encoded twice, or crashes.
          </span>
        </div>
      )}
      {has('contextLength') && <ContextField value={options.contextLength} onChange={(contextLength) => put({ contextLength })} />}
      {has('withParquet') && (
        <div className="option">
          <Checkbox isOn={options.withParquet} onChange={(withParquet) => put({ withParquet })}>
            Parquet twin
          </Checkbox>
          <span className="field-note">The same rows once more, in columns that stay the same whatever the rows hold.</span>
        </div>
      )}
      {has('withReferencePatch') && (
        <div className="option">
          <Checkbox isOn={options.withReferencePatch} onChange={(withReferencePatch) => put({ withReferencePatch })}>
            With the reference patch
          </Checkbox>
          <span className="field-note">Off, because a model that has seen the gold diff has seen the answer.</span>
        </div>
      )}
    </div>
  )
}

/** See {@link TargetOptions}. */
export interface TargetOptionsProps {
  target: Target
  options: Options
  onChange: (options: Options) => void
}
