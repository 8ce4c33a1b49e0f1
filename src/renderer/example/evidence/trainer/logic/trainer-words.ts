import { formatCount, formatPercent } from '../../../../widgets/format-number.ts'
import type { MarkerCheck, TrainerNote, TrainerTokens } from '../types.ts'

/** How a check's state looks and reads. */
export const STATES: Record<MarkerCheck['state'], { glyph: string; word: string; tone: string }> = {
  ok: { glyph: '✓', word: 'kept', tone: 'keep' },
  lost: { glyph: '✕', word: 'lost', tone: 'drop' },
  warn: { glyph: '!', word: 'not as it should be', tone: 'unknown' },
  unknown: { glyph: '?', word: 'cannot be told', tone: 'none' },
}

/** What becomes of the example on its way out, and how it looks. */
export const NOTE_KINDS: Record<TrainerNote['kind'], { glyph: string; word: string; tone: string }> = {
  lost: { glyph: '✕', word: 'lost', tone: 'drop' },
  changed: { glyph: '!', word: 'changed', tone: 'unknown' },
  'left-out': { glyph: '○', word: 'left out', tone: 'drop' },
}

/** Tokens of all: "12,400 tokens, 3,100 trained on, 25.0 %". */
export function totalWords({ total, trained }: TrainerTokens): string {
  const share = total === 0 ? '' : `, ${formatPercent(trained / total)}`
  return `${formatCount(total)} tokens, ${formatCount(trained)} trained on${share}`
}

/** Where the trainer stops reading: "cut at token 32,768 of 55,300"; null when all fits or nobody said how much fits. */
export function cutWords({ total, contextLength, cut }: TrainerTokens): string | null {
  if (contextLength === null || cut === null) return null
  return `cut at token ${formatCount(contextLength)} of ${formatCount(total)}`
}

/** Tokens by role, the most first; what the template puts between messages by its own name. */
export function roleShares({ byRole, total }: TrainerTokens): { role: string; total: number; trained: number; share: number }[] {
  return Object.entries(byRole)
    .map(([role, of]) => ({ role: role === '' ? 'template' : role, ...of, share: total === 0 ? 0 : of.total / total }))
    .sort((a, b) => b.total - a.total)
}
