import type { InferContractRouterInputs } from '@orpc/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Contract } from '#contract'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { useLate } from '../widgets/use-late.ts'
import { makeTurns } from './logic/make-turns.ts'

/** What each question about numbers takes. */
export type Inputs = InferContractRouterInputs<Contract>['stats']

/** What each question about numbers answers. */
export type StatsAnswers = Answers['stats']

/** An answer with its question: while another is asked the last one stays on show, and is told by what it was asked. */
export interface Answered<Input, Answer> {
  input: Input
  answer: Answer
}

/** How a question stands. */
export interface Asked<Data> {
  /** Undefined before the first answer, and after a failure. */
  data: Data | undefined
  error: unknown
  isError: boolean
  /** Another question has been asked, and its answer is taking its time. */
  isBusy: boolean
  retry: () => void
}

/** An answer on show. */
export type StatsOf<Name extends keyof Inputs> = Answered<Inputs[Name], StatsAnswers[Name]>

/** The figures at the head. */
export function useOverview(input: Inputs['overview']): Asked<StatsOf<'overview'>> {
  const { stats } = useApi()
  return useAsked('overview', input, (signal) => stats.overview(input, { signal }))
}

/** Measures over groups. */
export function useSummary(input: Inputs['summary']): Asked<StatsOf<'summary'>> {
  const { stats } = useApi()
  return useAsked('summary', input, (signal) => stats.summary(input, { signal }))
}

/** Resolution rates by group. */
export function useRates(input: Inputs['rates']): Asked<StatsOf<'rates'>> {
  const { stats } = useApi()
  return useAsked('rates', input, (signal) => stats.rates(input, { signal }))
}

/** A measure's distribution. */
export function useHistogram(input: Inputs['histogram']): Asked<StatsOf<'histogram'>> {
  const { stats } = useApi()
  return useAsked('histogram', input, (signal) => stats.histogram(input, { signal }))
}

/** Two measures against each other. */
export function useDensity(input: Inputs['density']): Asked<StatsOf<'density'>> {
  const { stats } = useApi()
  return useAsked('density', input, (signal) => stats.density(input, { signal }))
}

/** What fits. */
export function useWindows(input: Inputs['windows']): Asked<StatsOf<'windows'>> {
  const { stats } = useApi()
  return useAsked('windows', input, (signal) => stats.windows(input, { signal }))
}

/** Sums by key. */
export function useTally(input: Inputs['tally']): Asked<StatsOf<'tally'>> {
  const { stats } = useApi()
  return useAsked('tally', input, (signal) => stats.tally(input, { signal }))
}

const ASKED_AT_ONCE = 4
const inTurn = makeTurns(ASKED_AT_ONCE)

/** Asks, in the order of the cards; what nobody waits for any more is cancelled. */
function useAsked<Input, Answer>(
  name: string,
  input: Input,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Asked<Answered<Input, Answer>> {
  const { data, error, isError, isPlaceholderData, refetch } = useQuery({
    queryKey: ['stats', name, input],
    queryFn: async ({ signal }) => ({ input, answer: await inTurn(signal, () => ask(signal)) }),
    placeholderData: keepPreviousData,
  })
  const isBusy = useLate(isPlaceholderData)
  return { data, error, isError, isBusy, retry: () => void refetch() }
}
