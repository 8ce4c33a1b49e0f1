import type { AddInput } from './work-store.ts'

const KEY = 'winnow.adding'

/** Remembers, for this window alone, what is being added, as long as it is: a page that is loaded anew goes on with it. */
export function rememberAdding(input: AddInput): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(input))
}

/** It has ended, in whatever way; what was begun since stays remembered. */
export function forgetAdding(input: AddInput): void {
  if (window.sessionStorage.getItem(KEY) === JSON.stringify(input)) window.sessionStorage.removeItem(KEY)
}

/** What was being added when the page went away; null when nothing was. */
export function rememberedAdding(): AddInput | null {
  const stored = window.sessionStorage.getItem(KEY)
  if (stored === null) return null
  try {
    const value: unknown = JSON.parse(stored)
    return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string' ? (value as AddInput) : null
  } catch {
    return null
  }
}
