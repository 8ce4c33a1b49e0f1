import { useLayout } from '../../state/use-layout.ts'

/** How the funnel is drawn. */
export const FUNNEL_MODES = ['in order', 'alone', 'overlap'] as const

/** See {@link FUNNEL_MODES}. */
export type FunnelMode = (typeof FUNNEL_MODES)[number]

/** How the funnel is drawn, remembered; and the next way. */
export function useFunnelMode(): { mode: FunnelMode; setMode: (mode: FunnelMode) => void; next: () => void } {
  const [mode, setMode] = useLayout<FunnelMode>('recipe.funnel', 'in order', (stored) => FUNNEL_MODES.find((one) => one === stored) ?? null)
  return { mode, setMode, next: () => setMode(FUNNEL_MODES[(FUNNEL_MODES.indexOf(mode) + 1) % FUNNEL_MODES.length] ?? 'in order') }
}
