import type { Outcome, Resolved } from '#record'
import { type Html, html } from './html.ts'

/** A label in words, for readers who do not know its numbers. */
export function labelWords(resolved: Resolved): string {
  if (resolved === 1) return 'resolved: its tests pass'
  return resolved === 0 ? 'not resolved: its tests fail' : 'none: nobody knows whether the tests passed'
}

/** An outcome, in its colour and in words. */
export function outcomeHtml(outcome: Outcome | null): Html {
  return outcome === null ? html`undecided` : html`<span class="${outcome}">${outcome}</span>`
}
