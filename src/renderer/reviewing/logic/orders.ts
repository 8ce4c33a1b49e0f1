import type { Definition, Order } from '../types.ts'

/** An order as a choice: its name, and one sentence on what it does. */
export interface OrderChoice {
  order: Order
  title: string
  help: string
}

/** Every order a queue can have, the most used first. */
export const ORDERS: readonly OrderChoice[] = [
  { order: 'borderline', title: 'Borderline first', help: 'Verdicts decided by a hair, and steps people often overrule, come first.' },
  { order: 'random', title: 'Random sample', help: 'Drawn by lot; the same seed draws the same examples again.' },
  { order: 'stratified', title: 'Stratified', help: 'Drawn by lot, as many of each group as of the others.' },
  { order: 'stored', title: 'As in Browse', help: 'In the order of the table there.' },
  { order: 'disagreements', title: 'Disagreements', help: 'What people dispute, then where people and the recipe differ.' },
  { order: 'by-instance', title: 'All attempts together', help: 'Every attempt at one instance, one after the other.' },
]

/** Columns whose values make sensible groups of a stratified queue, in words. */
export const GROUP_COLUMNS: readonly { value: string; text: string }[] = [
  { value: 'language', text: 'Language' },
  { value: 'harness', text: 'Harness' },
  { value: 'model', text: 'Model' },
  { value: 'resolved', text: 'Label' },
  { value: 'verdict', text: 'Verdict of the recipe' },
  { value: 'repo', text: 'Repository' },
  { value: 'category', text: 'Category' },
]

/** A queue's order and what it left out, in words: "random sample, seed 7 · only undecided". */
export function orderWords(definition: Definition): string {
  return [orderOf(definition), definition.onlyUndecided ? 'only undecided' : '', definition.onlyUnlabelled ? 'only without a label' : '']
    .filter(Boolean)
    .join(' · ')
}

function orderOf({ order, seed, per, sort }: Definition): string {
  switch (order) {
    case 'random':
      return `random sample, seed ${seed}`
    case 'stratified':
      return `as many of each ${groupWord(per)}, seed ${seed}`
    case 'stored':
      return sort === null ? 'as stored' : `by ${sort.column}, ${sort.descending ? 'largest' : 'smallest'} first`
    default:
      return titleOf(order).toLowerCase()
  }
}

/** An order's name. */
export function titleOf(order: Order): string {
  return ORDERS.find((one) => one.order === order)?.title ?? order
}

/** A group's column as a noun: "language". */
export function groupWord(per: string | null): string {
  return (GROUP_COLUMNS.find(({ value }) => value === per)?.text ?? per ?? 'group').toLowerCase()
}
