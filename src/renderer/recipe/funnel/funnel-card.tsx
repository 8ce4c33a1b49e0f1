import { PlotCard } from '../../plots/index.ts'
import type { RecipeState } from '../../state/use-recipe.ts'
import { formatCount, Segmented } from '../../widgets/index.ts'
import { failing, lookAt } from '../look-at.ts'
import { aloneBars, funnelTable, orderBars, overlapTable } from './funnel-rows.ts'
import { OverlapMatrix } from './overlap-matrix.tsx'
import { StepBars } from './step-bars.tsx'
import { FUNNEL_MODES, type FunnelMode } from './use-funnel-mode.ts'

const SEGMENTS = FUNNEL_MODES.map((value) => ({ value, label: value }))

const ORDER = [
  { look: 'left', word: 'left' },
  { look: 'gone', word: 'dropped here' },
] as const

const ALONE = [
  { look: 'gone', word: 'dropped by it alone' },
  { look: 'quiet', word: 'fail another step too' },
] as const

const FAULT = { look: 'fault', word: 'could not be judged: a check did not end' } as const

/** What each step removes: in order, alone, or beside the others. Its numbers lead to their examples, once they are of the recipe in force. */
export function FunnelCard({ name, funnel, indexed, selected, mode, onMode, isDraft, isBusy }: FunnelCardProps) {
  const onLook = isDraft ? undefined : (keys: string[], how: 'any' | 'all' | 'first' | 'alone') => lookAt(failing(keys, how))
  const rows = { funnel, selected, onLook }
  const hasFaults = funnel.steps.some((step) => step.faults > 0)
  const measured = `${formatCount(funnel.total)} ${indexed > funnel.total ? `of ${formatCount(indexed)} ` : ''}measured`
  const words = `${measured} → ${formatCount(funnel.kept)} kept`
  return (
    <PlotCard
      title="Funnel"
      subtitle={words}
      table={mode === 'overlap' ? overlapTable(funnel) : funnelTable(funnel)}
      name={`${name}-${mode.replace(' ', '-')}`}
      source={`Recipe ${name}${isDraft ? ', not applied' : ''}: ${words}`}
      isBusy={isBusy}
      className="funnel-card"
      actions={<Segmented label="In order, alone or overlap" value={mode} segments={SEGMENTS} onChange={onMode} />}
    >
      {mode === 'in order' && <StepBars bars={orderBars(rows)} legend={ORDER} label="Funnel, in order" />}
      {mode === 'alone' && <StepBars bars={aloneBars(rows)} legend={hasFaults ? [...ALONE, FAULT] : ALONE} label="Funnel, alone" />}
      {mode === 'overlap' && <OverlapMatrix {...rows} />}
    </PlotCard>
  )
}

/** See {@link FunnelCard}. */
export interface FunnelCardProps {
  /** The recipe's. */
  name: string
  funnel: RecipeState['funnel']
  /** Examples in the workspace, measured or not. */
  indexed: number
  /** Place in the funnel of the selected step, -1 for none. */
  selected: number
  mode: FunnelMode
  onMode: (mode: FunnelMode) => void
  /** The numbers are of a draft. */
  isDraft: boolean
  isBusy: boolean
}
