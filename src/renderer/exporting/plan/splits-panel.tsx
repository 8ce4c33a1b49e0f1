import { useState } from 'react'
import { Field, Segmented } from '../../widgets/index.ts'
import { draftOf, shareProblem, sharesOf } from './logic/share-draft.ts'
import { SeedChoice } from './seed-choice.tsx'
import { SplitTable } from './split-table.tsx'
import type { Preview, Splits } from './types.ts'
import './plan.css'

const FIRST: Splits = { by: 'repo', shares: { train: 0.9, validation: 0.05, test: 0.05 }, seed: 0 }
const WAYS = [
  { value: 'none', label: 'No splits' },
  { value: 'repo', label: 'By repository' },
  { value: 'time', label: 'By time' },
] as const
const HELP = {
  none: 'One file of all that leaves.',
  repo: 'A repository is in one split as a whole; repositories that share an instance, a patch or a near-duplicate go together.',
  time: 'The newest tasks are in test. Attempts at one instance, the same patch and near-duplicates go together; rows without a time stay out.',
}

/** Into which parts what leaves is divided, and the proof that nothing is in two of them. */
export function SplitsPanel({ value, onChange, preview }: SplitsPanelProps) {
  const [typed, setTyped] = useState<Record<keyof Splits['shares'], string> | null>(null)
  const shares = typed ?? (draftOf(value?.shares ?? FIRST.shares) as Record<keyof Splits['shares'], string>)
  const problem = value && shareProblem(shares)
  const choose = (way: 'none' | 'repo' | 'time') => onChange(way === 'none' ? null : { ...(value ?? FIRST), by: way })
  const type = (split: keyof Splits['shares'], text: string) => {
    const next = { ...shares, [split]: text }
    setTyped(next)
    const read = sharesOf(next)
    if (value && read) onChange({ ...value, shares: read })
  }
  return (
    <section className="plan" aria-label="Splits">
      <Segmented label="How what leaves is divided" value={value?.by ?? 'none'} segments={WAYS} onChange={choose} />
      <p className="plan-none">{HELP[value?.by ?? 'none']}</p>
      {value && (
        <div className="plan-row">
          {(['train', 'validation', 'test'] as const).map((split) => (
            <Field
              key={split}
              label={split}
              inputMode="decimal"
              value={shares[split]}
              suffix={<span className="faint">%</span>}
              onChange={(event) => type(split, event.target.value)}
            />
          ))}
          <SeedChoice value={value.seed} hint="Decides which group goes where" onChange={(seed) => onChange({ ...value, seed })} />
        </div>
      )}
      {problem && (
        <p className="field-note field-error" role="alert">
          {problem}
        </p>
      )}
      {value && preview?.splits && <SplitTable splits={preview.splits} shares={value.shares} />}
    </section>
  )
}

/** See {@link SplitsPanel}. */
export interface SplitsPanelProps {
  value: Splits | null
  onChange: (splits: Splits | null) => void
  preview: Preview | undefined
}
