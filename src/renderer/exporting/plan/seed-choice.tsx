import { Dices } from 'lucide-react'
import { IconButton } from '../../widgets/index.ts'
import { NumberChoice } from './number-choice.tsx'

/** A throw of the dice has at most four digits, so that a seed can be told over a table. */
const SEEDS = 10_000

/** The number that everything drawn by lot follows from. */
export function SeedChoice({ value, hint, onChange }: { value: number; hint: string; onChange: (seed: number) => void }) {
  return (
    <NumberChoice
      label="Seed"
      value={value}
      least={0}
      most={0xffffffff}
      hint={hint}
      suffix={
        <IconButton
          label="Another seed"
          className="button-icon plan-dice"
          icon={<Dices size={14} aria-hidden />}
          onClick={() => onChange(Math.floor(Math.random() * SEEDS))}
        />
      }
      onChange={(seed) => seed !== null && onChange(seed)}
    />
  )
}
