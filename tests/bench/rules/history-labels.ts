import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The three answers of the git-history check about a run. */
export const ANSWERS = ['attempted', 'exposed', 'used'] as const

/** See {@link ANSWERS}. */
export type Answer = (typeof ANSWERS)[number]

/** What a person said of a real run after reading its commands, their outputs and its patch. */
export type Label = { id: string; why: string } & Record<Answer, boolean>

const FILE = join(import.meta.dirname, '../../fixtures/git-history/labels.json')

/** Labels by trajectory id. A run without one has no command that reaches for history: all its answers are no. */
export function historyLabels(): Map<string, Label> {
  const { labels } = JSON.parse(readFileSync(FILE, 'utf8')) as { labels: Label[] }
  return new Map(labels.map((label) => [label.id, label]))
}
