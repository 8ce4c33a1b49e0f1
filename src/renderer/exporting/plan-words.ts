import { formatCount, formatCounted } from '../widgets/format-number.ts'
import type { ExportPreview, Plan, Target, Template } from './types.ts'

const OUTCOMES: Record<Plan['choice']['outcome'], string> = { keep: 'kept by recipe and people', accepted: 'accepted by people' }

/** What a target writes a row for: "1,204 examples", "1 pair". */
export function countRows(count: number, unit: Target['unit'] | undefined): string {
  return formatCounted(count, unit ?? 'example')
}

/** What the button says will leave, exactly: "Export 1,204 examples in 3 splits". */
export function exportWords(preview: ExportPreview, unit: Target['unit'] | undefined): string {
  const splits = preview.splits?.rows.filter(({ examples }) => examples > 0).length ?? 0
  return `Export ${countRows(preview.chosen, unit)}${splits > 1 ? ` in ${splits} splits` : ''}`
}

/** The trainer in a line: "TRL · qwen3 · 32,768 tokens". */
export function trainerWords(plan: Plan, target: Target | undefined, templates: readonly Template[]): string {
  const { template, contextLength, withParquet, withReferencePatch } = plan.options
  const has = (option: string) => target?.options.includes(option) ?? false
  return [
    target?.title ?? plan.target,
    has('template') && template !== null && (templates.find(({ id }) => id === template)?.name ?? template),
    has('contextLength') && contextLength !== null && formatCounted(contextLength, 'token'),
    has('withParquet') && withParquet && 'Parquet twin',
    has('withReferencePatch') && withReferencePatch && 'reference patch',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What leaves in a line: "kept by recipe and people · 2 caps · at most 500". */
export function choiceWords({ outcome, caps, mixture, limit, queue, selection }: Plan['choice']): string {
  return [
    OUTCOMES[outcome],
    queue !== null && 'of one queue',
    Object.keys(selection).length > 0 && 'of a selection',
    caps.length > 0 && formatCounted(caps.length, 'cap'),
    mixture && `mixture by ${mixture.by}`,
    limit !== null && `at most ${formatCount(limit)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How it is divided in a line: "80 / 10 / 10 by repository". */
export function splitWords(splits: Plan['splits']): string {
  if (!splits) return 'one file, not divided'
  const { train, validation, test } = splits.shares
  const shares = [train, validation, test].map((share) => Number((share * 100).toFixed(1))).join(' / ')
  return `${shares} by ${splits.by === 'repo' ? 'repository' : 'time'}`
}

/** What still keeps the export back, for the line under the button; null when nothing does. */
export function whatIsMissing(plan: Plan, target: Target | undefined, preview: ExportPreview | undefined, out: string): string | null {
  if (target?.needsTemplate && plan.options.template === null) return `${target.title} renders rows itself: choose a chat template first.`
  if (preview?.chosen === 0)
    return plan.target === 'preference' ? 'No pair leaves: pairs are made under Compare siblings.' : 'Nothing leaves by this plan.'
  if (out.trim() === '') return 'Name a folder to write to.'
  return null
}
