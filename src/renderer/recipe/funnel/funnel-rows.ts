import type { PlotTable } from '../../plots/index.ts'
import type { RecipeState } from '../../state/use-recipe.ts'
import { formatCount, formatCounted, formatPercent } from '../../widgets/format-number.ts'
import type { FailingMode } from '../look-at.ts'
import type { StepBar } from './step-bars.tsx'

type Funnel = RecipeState['funnel']

/** What is told of the steps: `keyOf` gives a step's key in the recipe in force; `onLook` is undefined while the numbers are a draft's. */
export interface RowsInput {
  funnel: Funnel
  /** Place in the funnel of the selected step, -1 for none. */
  selected: number
  onLook: ((keys: string[], how: FailingMode) => void) | undefined
}

const share = (part: number, of: number) => (of === 0 ? 0 : part / of)
const minus = (count: number) => (count === 0 ? '0' : `−${formatCount(count)}`)

/** One bar a step, in order: what is left after it, and what it removed of what came to it. */
export function orderBars({ funnel, selected, onLook }: RowsInput): StepBar[] {
  const { steps, total } = funnel
  return steps.map((step, place) => ({
    key: step.key,
    label: step.title,
    isSelected: place === selected,
    parts: [
      { share: share(step.remaining, total), look: 'left' },
      { share: share(step.dropped, total), look: 'gone' },
    ],
    values: [
      { text: formatCount(step.remaining), look: 'left', words: '' },
      { text: minus(step.dropped), look: step.dropped > 0 ? 'gone' : 'quiet', words: '' },
      ...faultValue(step, steps),
    ],
    words: `${step.title}: ${formatCount(step.remaining)} left, ${formatCount(step.dropped)} dropped here${faultWords(step)}`,
    hint: {
      title: step.title,
      lines: [
        { label: 'left', value: `${formatCount(step.remaining)} · ${formatPercent(share(step.remaining, total))}` },
        { label: 'dropped here', value: formatCount(step.dropped) },
        { label: 'of those that came to it', value: formatPercent(share(step.dropped, step.remaining + step.dropped)) },
        ...faultLines(step),
      ],
    },
    onPick: step.dropped > 0 && onLook ? () => onLook([step.key], 'first') : undefined,
  }))
}

/** One bar a step, as if there were no order: what only it removes, against all that it fails. */
export function aloneBars({ funnel: { steps }, selected, onLook }: RowsInput): StepBar[] {
  const most = Math.max(1, ...steps.map((step) => step.failing))
  return steps.map((step, place) => ({
    key: step.key,
    label: step.title,
    isSelected: place === selected,
    parts: [
      { share: share(step.only, most), look: 'gone' },
      { share: share(Math.max(0, step.failing - step.only - step.faults), most), look: 'quiet' },
      { share: share(Math.min(step.faults, step.failing - step.only), most), look: 'fault' },
    ],
    values: [
      {
        text: formatCount(step.only),
        look: step.only > 0 ? 'gone' : 'quiet',
        words: `${formatCount(step.only)} that only ${step.title} drops`,
      },
      {
        text: `of ${formatCount(step.failing)}`,
        look: 'quiet',
        words: `All ${formatCount(step.failing)} that fail ${step.title}`,
        onPick: step.failing > 0 && onLook ? () => onLook([step.key], 'any') : undefined,
      },
      ...faultValue(step, steps),
    ],
    words: `${step.title}: ${formatCount(step.only)} dropped by it alone, of ${formatCount(step.failing)} that fail it${faultWords(step)}`,
    hint: {
      title: step.title,
      lines: [
        { label: 'by it alone', value: formatCount(step.only) },
        { label: 'fail it', value: formatCount(step.failing) },
        { label: 'fail another step too', value: formatCount(step.failing - step.only) },
        ...faultLines(step),
      ],
    },
    onPick: step.only > 0 && onLook ? () => onLook([step.key], 'alone') : undefined,
  }))
}

type Step = Funnel['steps'][number]

/** A column of faults, where any step has some. */
function faultValue(step: Step, steps: readonly Step[]): StepBar['values'] {
  if (steps.every(({ faults }) => faults === 0)) return []
  return [{ text: step.faults > 0 ? `⚠ ${formatCount(step.faults)}` : '', look: 'fault', words: '' }]
}

function faultWords({ faults }: Step): string {
  return faults > 0 ? `, ${formatCounted(faults, 'fault')} among those that fail it` : ''
}

function faultLines({ faults }: Step) {
  return faults > 0 ? [{ label: 'could not be judged', value: formatCount(faults) }] : []
}

const text = (title: string) => ({ title })
const number = (title: string) => ({ title, isNumber: true })

/** The funnel as a table: order and alone at once, for either drawing says a part of it. */
export function funnelTable({ steps }: Funnel): PlotTable {
  return {
    columns: [text('Step'), text('What it asks'), ...['Left', 'Dropped here', 'By it alone', 'Fail it', 'Faults'].map(number)],
    rows: steps.map((step) => [step.title, step.summary, step.remaining, step.dropped, step.only, step.failing, step.faults]),
  }
}

/** A line a pair of steps: how many fail both, and the share of those that fail the first. */
export function overlapTable({ steps, overlap }: Funnel): PlotTable {
  return {
    columns: [text('Step'), text('With'), number('Fail both'), number('Share of the first')],
    rows: steps.flatMap((step, i) =>
      steps.map((other, j) => {
        const both = overlap[i]?.[j] ?? 0
        return [step.title, other.title, both, share(both, step.failing)]
      }),
    ),
  }
}
