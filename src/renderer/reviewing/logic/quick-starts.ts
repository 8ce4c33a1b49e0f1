import type { QueueDraft } from './queue-draft.ts'

/** A queue people often want: what it is called, what it is for, and what it changes of a first draft. */
export interface QuickStart {
  title: string
  help: string
  fill: Partial<QueueDraft>
}

/** In the order the screen offers them. Each fills the dialog in; nothing is made before it is confirmed. */
export const QUICK_STARTS: readonly QuickStart[] = [
  { title: 'Borderline first', help: 'Where the recipe was nearly of another mind', fill: { order: 'borderline' } },
  { title: 'Random 100', help: 'How good is the whole', fill: { order: 'random', size: '100' } },
  {
    title: 'Two-person check (20 %)',
    help: 'How far two people agree',
    fill: { order: 'random', size: '100', doublePercent: '20', isBlind: true },
  },
  { title: 'Disagreements', help: 'What is in dispute', fill: { order: 'disagreements', onlyUndecided: false } },
  {
    title: 'Stale: ask again',
    help: 'Rows that changed after somebody decided',
    fill: { order: 'stored', onlyStale: true, onlyUndecided: false, from: 'everything' },
  },
  { title: 'All attempts together', help: 'Instance by instance', fill: { order: 'by-instance' } },
]
