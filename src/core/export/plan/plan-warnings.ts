import type { ExportPlan, Split } from '#record'
import type { Chosen, SplitTable } from './chosen.ts'
import type { Mixing } from './mix-shares.ts'
import { type ChoiceStep, count, groupingWord, mixtureWords } from './step-words.ts'

/** Groups a split has at least to say something about others than these. */
const FEW_GROUPS = 5

/** How far a split may be from its share without a word. */
const FAR = 0.02

interface Found extends Pick<Chosen, 'steps' | 'mixture' | 'splits'> {
  mixing: Mixing | null
  leaving: number
}

/** What a person should know of a choice before training on it, each a sentence with its numbers. */
export function planWarnings(plan: ExportPlan, found: Found): string[] {
  const { choice, splits } = plan
  const mixed = choice.mixture && found.mixing ? mixtureWarnings(choice.mixture, found.mixing, found) : []
  const divided = splits && found.splits ? splitWarnings(found.splits, splits.by, splits.shares) : []
  return [...nothingLeft(found), ...mixed, ...divided]
}

/** Names the step that lets nothing through: a selection with a slip of the pen looks like an export that is done. */
function nothingLeft({ steps, leaving }: Found): string[] {
  const empty = steps.find(({ before, after }) => before > 0 && after === 0)
  if (leaving > 0) return []
  return [
    empty
      ? `No example leaves: “${empty.step}” lets none of ${count(empty.before)} through.`
      : 'Nothing leaves: there is nothing to choose from.',
  ]
}

function mixtureWarnings({ by }: NonNullable<ExportPlan['choice']['mixture']>, mixing: Mixing, { steps, mixture }: Found): string[] {
  const step = steps.find((one) => one.step === mixtureWords({ by, shares: {} }))
  const missing = mixing.values.filter(({ units }) => units.length === 0)
  const spread = missing.length < mixing.values.length
  return [
    ...missing.map(
      ({ value, wanted }) =>
        `No example has ${groupingWord(by)} ${value || 'none'}: its share of ${percent(wanted)}${spread ? ' goes to the others' : ' leaves nothing'}.`,
    ),
    ...(step && step.before > step.after ? [heldBack(step, by, mixing, mixture)] : []),
  ]
}

/** Names the value that has the fewest for its share: more of it, or a lesser share, would let more leave. */
function heldBack(
  { before, after }: ChoiceStep,
  by: Parameters<typeof groupingWord>[0],
  { values, unnamed }: Mixing,
  mixture: Chosen['mixture'],
): string {
  const there = values.filter(({ units }) => units.length > 0)
  const scarce = there.toSorted((a, b) => a.units.length / a.wanted - b.units.length / b.wanted)[0]
  const isScarce = scarce !== undefined && there.length > 1 && after < before - unnamed
  const why = isScarce
    ? ` ${scarce.value || 'none'} has ${count(scarce.units.length)} for ${percent(mixture.find(({ value }) => value === scarce.value)?.wanted ?? 0)}.`
    : ''
  const others = unnamed > 0 ? ` ${count(unnamed)} ${unnamed === 1 ? 'is' : 'are'} of a ${groupingWord(by)} without a share.` : ''
  return `The mixture holds back ${count(before - after)} of ${count(before)}.${why}${others}`
}

function splitWarnings({ rows, without, leaks }: SplitTable, by: 'repo' | 'time', shares: Readonly<Record<Split, number>>): string[] {
  const sum = rows.reduce((all, { split }) => all + shares[split], 0)
  const total = rows.reduce((all, { examples }) => all + examples, 0)
  const told = rows.flatMap(({ split, examples, groups, share }) => {
    const wanted = shares[split] / sum
    if (total === 0) return []
    if (examples === 0)
      return [`${split} is empty: ${by === 'time' ? 'the newest group is' : 'groups are'} too large for ${percent(wanted)}.`]
    return [
      ...(groups < FEW_GROUPS
        ? [
            `${split} has ${count(groups)} ${groups === 1 ? 'group' : 'groups'} only: what it measures is about ${groups === 1 ? 'that' : 'those'}.`,
          ]
        : []),
      ...(Math.abs(share - wanted) > FAR
        ? [`${split} has ${percent(share)} of the rows, ${percent(wanted)} were wanted: groups stay whole.`]
        : []),
    ]
  })
  return [
    ...(leaks.length > 0 ? [`${count(leaks.length)} groups are in two splits. Do not train on this, and report it.`] : []),
    ...told,
    ...(without > 0
      ? [
          `${count(without)} ${without === 1 ? 'row has' : 'rows have'} no time and ${without === 1 ? 'stays' : 'stay'} out of splits by time.`,
        ]
      : []),
  ]
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
