import type { ExportPreview, Plan } from './types.ts'

/** One share of all examples: who decided it, and whether it leaves. */
export interface LeavingPart {
  key: 'byRecipe' | 'acceptedWith' | 'acceptedAgainst' | 'rejectedAgainst' | 'rejectedWith' | 'undecidedDropped' | 'undecidedSilent'
  glyph: '○' | '●'
  text: string
  count: number
  leaves: boolean
}

/** The shares of an export, those that leave first; together they are `total`. Where people alone let examples leave, what the recipe keeps stays. */
export function leavingParts(preview: ExportPreview, outcome: Plan['choice']['outcome']): LeavingPart[] {
  const isByRecipe = outcome === 'keep'
  const byRecipe = isByRecipe ? 'kept by the recipe, not touched by people' : 'kept by the recipe, accepted by nobody'
  return [
    { key: 'byRecipe', glyph: '○', text: byRecipe, count: preview.byRecipe, leaves: isByRecipe },
    { key: 'acceptedWith', glyph: '●', text: 'accepted by people, the recipe agreeing', count: preview.acceptedWith, leaves: true },
    { key: 'acceptedAgainst', glyph: '●', text: 'accepted by people against the recipe', count: preview.acceptedAgainst, leaves: true },
    { key: 'rejectedAgainst', glyph: '●', text: 'rejected by people against the recipe', count: preview.rejectedAgainst, leaves: false },
    { key: 'rejectedWith', glyph: '●', text: 'rejected by people, the recipe agreeing', count: preview.rejectedWith, leaves: false },
    { key: 'undecidedDropped', glyph: '○', text: 'dropped by the recipe', count: preview.undecidedDropped, leaves: false },
    { key: 'undecidedSilent', glyph: '○', text: 'neither a verdict nor a decision', count: preview.undecidedSilent, leaves: false },
  ]
}
