import { useMemo } from 'react'
import { useLayout } from '../state/use-layout.ts'
import { type Choices, FIRST_CHOICES, readChoices, storedChoices } from './logic/choices.ts'

const FIRST_STORED = storedChoices(FIRST_CHOICES)

/** What the person chose on this screen, and the way to choose; remembered on this machine. */
export function useChoices(): { choices: Choices; choose: (part: Partial<Choices>) => void } {
  const [stored, store] = useLayout('metrics', FIRST_STORED, (value) => value)
  const choices = useMemo(() => readChoices(stored), [stored])
  return { choices, choose: (part) => store(storedChoices({ ...choices, ...part })) }
}
