/** Every card of the grid, in its order: what the chooser lists. */
export const PANELS = [
  { id: 'rate', title: 'Resolution rate' },
  { id: 'tokens', title: 'Tokens a trajectory' },
  { id: 'density', title: 'Messages against tokens' },
  { id: 'windows', title: 'What fits' },
  { id: 'tools', title: 'Tools' },
  { id: 'heat', title: 'Rate: harness × model' },
  { id: 'messages', title: 'Messages' },
  { id: 'churn', title: 'Churn' },
  { id: 'measure', title: 'Any measure' },
  { id: 'languages', title: 'Trajectories by language' },
  { id: 'counts', title: 'Counts by key' },
  { id: 'tool-turns', title: 'Mean tool turns by label' },
  { id: 'summary', title: 'Numeric summary' },
  { id: 'percentiles', title: 'Percentiles' },
  { id: 'turns', title: 'Turns by harness and thinking' },
] as const

/** See {@link PANELS}. */
export type PanelId = (typeof PANELS)[number]['id']

/** Those that need no measured example: the index knows label, language, harness and model. */
export const INDEX_PANELS: readonly PanelId[] = ['rate', 'heat', 'languages']
