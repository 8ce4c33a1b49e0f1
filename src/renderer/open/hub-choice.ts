import type { AddInput } from '../state/work-store.ts'
import type { HubTarget } from './hub-address.ts'

/** How much of a Hub source is fetched at first. */
export type HowMuch = 'index' | 'take' | 'everything'

/** The panel's fields as they stand; all texts are as typed. */
export interface HubChoice {
  revision: string
  config: string
  split: string
  howMuch: HowMuch
  take: string
  seed: string
}

const TAKE_AT_FIRST = '400'

/** The fields at first: what the address itself says, and the index of everything. */
export function choiceFor(target: HubTarget): HubChoice {
  const { revision = '', config = '', split = '' } = target
  return { revision, config, split, howMuch: 'index', take: TAKE_AT_FIRST, seed: '' }
}

/** The fields that start what was started before, to be put right. */
export function choiceOf(input: AddInput): HubChoice {
  const { take, seed, indexOnly, revision, config, split } = input
  const howMuch = take !== undefined ? 'take' : indexOnly ? 'index' : 'everything'
  const target: HubTarget = {
    source: input.source,
    ...(revision === undefined ? {} : { revision }),
    ...(config === undefined ? {} : { config }),
    ...(split === undefined ? {} : { split }),
  }
  return { ...choiceFor(target), howMuch, take: String(take ?? TAKE_AT_FIRST), seed: seed === undefined ? '' : String(seed) }
}

/** What is wrong with a field, in words; null when nothing is. */
export function takeError({ howMuch, take }: HubChoice): string | null {
  return howMuch !== 'take' || /^[1-9]\d{0,8}$/.test(take.trim()) ? null : 'A whole number from 1.'
}

/** See {@link takeError}. Empty is no seed. */
export function seedError({ howMuch, seed }: HubChoice): string | null {
  return howMuch !== 'take' || /^-?\d{0,15}$/.test(seed.trim()) ? null : 'A whole number, or nothing.'
}

/** What `source.add` is told. Empty fields are left out. */
export function addInputOf(source: string, choice: HubChoice): AddInput {
  const words = { revision: choice.revision, config: choice.config, split: choice.split }
  const given = Object.fromEntries(Object.entries(words).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]])))
  const { howMuch } = choice
  if (howMuch === 'index') return { source, ...given, indexOnly: true }
  if (howMuch === 'everything') return { source, ...given }
  const seed = choice.seed.trim()
  return { source, ...given, take: Number(choice.take), ...(seed === '' ? {} : { seed: Number(seed) }) }
}
