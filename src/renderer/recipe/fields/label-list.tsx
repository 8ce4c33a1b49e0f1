import { Checkbox } from '../../widgets/index.ts'

const LABELS = [
  { value: 1, word: '✓ resolved (1)' },
  { value: 0, word: '✕ failed (0)' },
  { value: -1, word: '? no label (-1)' },
]

/** The dataset's label has three values, and which of them count is never hidden. The last one ticked stays. */
export function LabelList({ value, help, onChange }: { value: readonly unknown[]; help: string; onChange: (value: number[]) => void }) {
  const toggle = (label: number, isOn: boolean) => {
    const next = LABELS.map((one) => one.value).filter((one) => (one === label ? isOn : value.includes(one)))
    if (next.length > 0) onChange(next)
  }
  return (
    <fieldset className="parameter-set">
      <legend title={help}>Which of 1 / 0 / -1 counts as kept</legend>
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
