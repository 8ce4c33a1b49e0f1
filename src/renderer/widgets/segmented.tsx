import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'

/** One of the choices of a {@link Segmented}. */
interface Segment<Value extends string> {
  value: Value
  label: ReactNode
  title?: string
}

/** A row of choices of which one is on; arrow keys move between them. */
export function Segmented<Value extends string>({ label, value, segments, onChange }: SegmentedProps<Value>) {
  const choose = (chosen: string) => {
    const segment = segments.find((one) => one.value === chosen)
    if (segment) onChange(segment.value)
  }
  return (
    <ToggleGroup.Root type="single" className="segmented" aria-label={label} value={value} onValueChange={choose}>
      {segments.map((segment) => (
        <ToggleGroup.Item key={segment.value} value={segment.value} className="segment" title={segment.title}>
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}

/** See {@link Segmented}. `label` names the group. */
export interface SegmentedProps<Value extends string> {
  label: string
  value: Value
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
}
