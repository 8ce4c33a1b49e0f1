import { useState } from 'react'
import { Field, formatValue } from '../../widgets/index.ts'
import { PLACES, placeOf, sliderRange, valueAt } from '../number-scale.ts'
import type { RuleInfo } from '../rule-info.ts'

/** A number within its range, typed or dragged. What is out of range is told here and changes nothing. */
export function NumberField({ label, parameter, value, onChange }: NumberFieldProps) {
  const { type, help, min, max } = parameter
  const [typed, setTyped] = useState<string | null>(null)
  const isWhole = type === 'integer'
  const wrong = typed === null ? null : whatIsWrong(numberOf(typed), { isWhole, min, max })
  const slider = sliderRange(min, max, parameter.default)
  return (
    <>
      <Field
        label={label}
        hint={help}
        error={wrong}
        inputMode={isWhole ? 'numeric' : 'decimal'}
        isMono
        value={typed ?? formatTyped(value)}
        suffix={<span className="parameter-range">{rangeWords(min, max === undefined || max >= NO_LIMIT ? undefined : max)}</span>}
        onChange={(event) => {
          setTyped(event.target.value)
          const next = numberOf(event.target.value)
          if (whatIsWrong(next, { isWhole, min, max }) === null) onChange(next)
        }}
        onBlur={() => setTyped(null)}
      />
      {slider && (
        <input
          type="range"
          className="slider"
          aria-label={`${label}, dragged`}
          aria-valuetext={formatValue(value)}
          min={0}
          max={PLACES}
          value={placeOf(value, slider.min, slider.max)}
          onChange={(event) => {
            setTyped(null)
            onChange(valueAt(Number(event.target.value), slider.min, slider.max, isWhole))
          }}
        />
      )}
    </>
  )
}

/** See {@link NumberField}. */
export interface NumberFieldProps {
  label: string
  parameter: RuleInfo['parameters'][number]
  value: number
  onChange: (value: number) => void
}

/** NaN for what is no number; thousands may be parted. */
function numberOf(typed: string): number {
  const plain = typed.replaceAll(/[,\s_]/g, '').replace('−', '-')
  return plain === '' ? Number.NaN : Number(plain)
}

function formatTyped(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: 6 }) : ''
}

function whatIsWrong(value: number, { isWhole, min, max }: { isWhole: boolean; min: number | undefined; max: number | undefined }) {
  if (isWhole ? !Number.isSafeInteger(value) : !Number.isFinite(value))
    return isWhole ? 'A whole number is needed here.' : 'A number is needed here.'
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) return `It must be ${rangeWords(min, max)}.`
  return null
}

/** A limit from here on is there for the sake of having one, and told only to those who pass it. */
const NO_LIMIT = 1e9

/** Limits as people write them: "1 to 10", "at least 1". */
function rangeWords(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${formatValue(min)} to ${formatValue(max)}`
  if (min !== undefined) return `at least ${formatValue(min)}`
  return max === undefined ? '' : `at most ${formatValue(max)}`
}
