import type { Plan, Target } from '../types.ts'

type Policies = Plan['policies']

/** One way to go about what a format cannot say. */
interface Way<Value extends string> {
  value: Value
  title: string
  help: string
}

/** A policy's question and its ways, each with what it does to an example. */
export interface PolicyWords<Name extends keyof Policies> {
  name: Name
  title: string
  ways: readonly Way<Policies[Name]>[]
}

/** Every policy in words, in the order of the screen; the first way is the one at first. */
export const POLICY_WORDS: readonly { [Name in keyof Policies]: PolicyWords<Name> }[keyof Policies][] = [
  {
    name: 'reasoning',
    title: 'Reasoning',
    ways: [
      {
        value: 'as-is',
        title: 'As it is',
        help: 'What the format or the template drops stays behind; each example that loses some is listed.',
      },
      {
        value: 'into-content',
        title: 'Into the content',
        help: 'In front of what the turn says, in <think> tags, so that no trainer drops it.',
      },
      { value: 'drop', title: 'Drop it', help: 'No reasoning leaves, even where the format has a place for it.' },
    ],
  },
  {
    name: 'masks',
    title: 'Turns that are context only',
    ways: [
      { value: 'take-whole', title: 'Take the example whole', help: 'Those turns are trained on too; each such example is listed.' },
      { value: 'leave-out', title: 'Leave the example out', help: 'Nothing is trained on that people masked.' },
      { value: 'refuse', title: 'Refuse the export', help: 'Nothing is written while one example has such turns.' },
    ],
  },
  {
    name: 'overlong',
    title: 'Longer than the context length',
    ways: [
      { value: 'take', title: 'Take it', help: 'The trainer cuts or drops it in its own way; each such example is listed.' },
      { value: 'cut', title: 'Cut it', help: 'After the last whole step that fits.' },
      { value: 'leave-out', title: 'Leave it out', help: 'Only examples that fit whole leave.' },
    ],
  },
  {
    name: 'lost',
    title: 'A marker check finds something lost',
    ways: [
      { value: 'take', title: 'Take it', help: 'It leaves with the loss; each such example is listed.' },
      { value: 'leave-out', title: 'Leave it out', help: 'Only examples of which nothing is lost leave.' },
      { value: 'refuse', title: 'Refuse the export', help: 'Nothing is written while one example loses something.' },
    ],
  },
]

/** The policies that change anything for a target. */
export function policiesOf(target: Target | undefined): typeof POLICY_WORDS {
  return POLICY_WORDS.filter(({ name }) => target?.options.includes(name))
}

/** What was chosen otherwise than at first, in a line, by the ways' own titles; of the policies in force for the target alone. */
export function policyLine(target: Target | undefined, policies: Policies): string {
  const shown = policiesOf(target)
  if (shown.length === 0) return 'nothing to choose for this format'
  const chosen = shown.flatMap(({ name, title, ways }) => {
    const way = ways.find(({ value }) => value === policies[name])
    return way === ways[0] ? [] : [`${title.toLowerCase()}: ${way?.title.toLowerCase() ?? policies[name]}`]
  })
  return chosen.length === 0 ? 'losses leave and are listed' : chosen.join(' · ')
}
