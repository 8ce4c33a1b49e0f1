import type { Funnel } from '#record'
import type { SplitTable } from '../plan/chosen.ts'
import { codeSpan, markdownText } from './escape.ts'
import type { ManifestBody } from './manifest-body.ts'
import { counted, markdownTable, number, percent } from './table.ts'

/** How rows were chosen: the recipe's funnel, then the choice of this export, step by step. */
export function choiceSection(body: ManifestBody): string[] {
  const { recipe, chosen } = body
  return [
    '## How it was chosen',
    recipe
      ? `By the recipe ${codeSpan(recipe.name)} (\`recipe.yaml\`, hash \`${recipe.hash.slice(0, 12)}\`), then by people, then by the choice of this export.`
      : 'No recipe was in force.',
    ...funnelTable(body),
    ...(chosen.steps.length > 0
      ? [
          markdownTable(
            ['step of the choice', '>before', '>after'],
            chosen.steps.map(({ step, before, after }) => [markdownText(step), number(before), number(after)]),
          ),
        ]
      : []),
    ...mixtureTable(chosen.mixture),
  ]
}

function funnelTable({ funnel }: ManifestBody): string[] {
  if (!funnel) return []
  const { total, kept, steps } = funnel as unknown as Funnel
  const rows = steps.map(({ rule, summary, dropped, only, remaining }) => [
    codeSpan(rule),
    markdownText(summary),
    number(dropped),
    number(only),
    number(remaining),
  ])
  return [
    `The recipe keeps ${number(kept)} of ${counted(total, 'example')}.`,
    markdownTable(['rule', 'what it asks', '>dropped', '>by it alone', '>left'], rows),
  ]
}

function mixtureTable(mixture: ManifestBody['chosen']['mixture']): string[] {
  if (mixture.length === 0) return []
  const rows = mixture.map(({ value, examples, share, wanted }) => [codeSpan(value), number(examples), percent(share), percent(wanted)])
  return [markdownTable(['mixture', '>examples', '>share', '>wanted'], rows)]
}

/** How rows are divided, and whether anything is on both sides. */
export function splitSection({ chosen, plan, rows }: ManifestBody): string[] {
  if (!chosen.splits) return []
  const { rows: table, without, joined, leaks } = chosen.splits as unknown as SplitTable
  const { by } = (plan.splits ?? {}) as { by?: string }
  return [
    '## Splits',
    by === 'time' ? 'By the time of the task, the newest in `test`.' : 'By repository: whole groups go to one split.',
    markdownTable(
      ['split', '>examples chosen', '>groups', '>share', '>rows written'],
      table.map(({ split, examples, groups, share }) => [
        split,
        number(examples),
        number(groups),
        percent(share),
        number(rows[split] ?? 0),
      ]),
    ),
    leaks.length === 0
      ? 'Leakage check: no instance, no patch and no near-duplicate is in two splits.'
      : `**Leakage: ${counted(leaks.length, 'group')} in two splits.** \`manifest.json\` lists them under \`chosen.splits.leaks\`.`,
    ...(joined.length > 0
      ? [
          `Put into one split because they belong together: ${joined.map((one) => `${counted(one.groups, 'group')} by ${one.by}`).join(', ')}.`,
        ]
      : []),
    ...(without > 0 ? [`${counted(without, 'example')} without a time are in \`train\`.`] : []),
  ]
}
