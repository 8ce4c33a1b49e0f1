import type { Selection, Sort } from '../../state/view-store.ts'
import type { Definition } from '../types.ts'
import { groupWord, titleOf } from './orders.ts'

/** Most examples in one queue, as the contract has it. */
export const MOST_QUEUED = 100_000

/** A queue as it is being thought up: numbers as typed, and whether it draws from what Browse shows. */
export interface QueueDraft extends Pick<Definition, 'order' | 'onlyUndecided' | 'onlyUnlabelled' | 'isBlind'> {
  /** What the person calls it; '' for the name that says what it is. */
  name: string
  from: 'selection' | 'everything'
  /** Ticked beside what it draws from: only what is stale. */
  onlyStale: boolean
  size: string
  seed: string
  /** Column of the groups; used by `stratified`. */
  per: string
  /** Percent that two people judge. */
  doublePercent: string
}

/** What Browse shows now. */
export interface Shown {
  selection: Selection
  sort: Sort
}

/** A draft to begin with: a day's work, borderline first. */
export function firstDraft(isBlind: boolean): QueueDraft {
  return {
    name: '',
    order: 'borderline',
    from: 'selection',
    onlyStale: false,
    onlyUndecided: true,
    onlyUnlabelled: false,
    size: '300',
    seed: '1',
    per: 'language',
    doublePercent: '0',
    isBlind,
  }
}

/** What is wrong with each number typed; null where nothing is. */
export function draftErrors({ order, size, seed, doublePercent }: QueueDraft): Record<'size' | 'seed' | 'doublePercent', string | null> {
  return {
    size: isWhole(size, 1, MOST_QUEUED) ? null : 'A whole number from 1 to 100,000',
    seed: !isDrawn(order, doublePercent) || isWhole(seed, 0, 2 ** 31) ? null : 'A whole number from 0',
    doublePercent: isWhole(doublePercent, 0, 100) ? null : 'A whole number from 0 to 100',
  }
}

/** True when chance has a part in it, so that a seed matters: the sample, or whom two people judge. */
export function isDrawn(order: QueueDraft['order'], doublePercent: string): boolean {
  return order === 'random' || order === 'stratified' || Number(doublePercent) > 0
}

/** The name a queue has when the person gives none: "Borderline first · 300", "Stratified by language · 300". */
export function defaultName({ order, per, size, onlyStale, doublePercent }: QueueDraft): string {
  const what = onlyStale ? 'Stale' : order === 'stratified' ? `Stratified by ${groupWord(per)}` : titleOf(order)
  const twice = Number(doublePercent) > 0 ? `, ${Number(doublePercent)} % twice` : ''
  return `${what} · ${size.trim()}${twice}`
}

/** What the host is asked to make; null while a number is wrong. */
export function definitionOf(draft: QueueDraft, shown: Shown): Definition | null {
  if (Object.values(draftErrors(draft)).some((error) => error !== null)) return null
  return {
    name: draft.name.trim() || defaultName(draft),
    order: draft.order,
    selection: drawnFrom(draft, shown.selection),
    sort: draft.order === 'stored' ? shown.sort : null,
    onlyUndecided: draft.onlyUndecided,
    onlyUnlabelled: draft.onlyUnlabelled,
    size: Number(draft.size),
    seed: Number(draft.seed) || 0,
    per: draft.order === 'stratified' ? draft.per : null,
    doubleShare: Number(draft.doublePercent) / 100,
    isBlind: draft.isBlind,
  }
}

function drawnFrom({ from, onlyStale }: QueueDraft, selection: Selection): Selection {
  const base = from === 'selection' ? selection : {}
  return onlyStale ? { ...base, facets: { ...base.facets, stale: ['stale'] } } : base
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,10}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
}
