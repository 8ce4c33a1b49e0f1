import { type Command, InvalidArgumentError, Option } from 'commander'
import { FACETS, GROUPINGS, type Grouping, type SplitPlan, TARGET_IDS, type TargetId } from '#record'
import { share, wholeNumber } from '../parse-number.ts'

/** What `winnow export` was told, as typed. */
export interface PlanOptions {
  target?: TargetId
  plan?: string
  where?: string
  facet?: [string, string][]
  queue?: string
  accepted?: true
  cap?: { per: Grouping; most: number }[]
  mixture?: Grouping
  share?: [string, number][]
  limit?: number
  seed?: number
  split?: 'repo' | 'time'
  shares?: SplitPlan['shares']
  template?: string
  context?: number
  arguments?: string
  reasoning?: string
  masks?: string
  overlong?: string
  lost?: string
  withReferencePatch?: true
  parquet?: true
}

/** Adds every option that says what an export is made of. */
export function addPlanOptions(command: Command): Command {
  const chosen = command
    .addOption(new Option('--target <target>', 'the format').choices(TARGET_IDS))
    .option('--plan <file>', 'a plan as JSON or YAML, as --print-plan prints it; what else is said goes before it')
    .option('--where <expression>', 'only examples for which this holds')
    .option('--facet <name=value>', `only examples with this value (${FACETS.join(', ')}); again for more`, all(facet))
    .option('--queue <queue>', 'only examples of this queue, by its id or name')
    .option('--accepted', 'only what a person accepted')
    .option('--cap <grouping=n>', `at most so many of each ${GROUPINGS.join(', ')}; again for more`, all(cap))
    .addOption(new Option('--mixture <grouping>', 'what --share is about').choices(GROUPINGS))
    .option(
      '--share <value=share>',
      'the share of a value, 0 to 1, "none" for examples without one; again for more; of values not named nothing leaves',
      all(valueShare),
    )
    .option('--limit <n>', 'at most so many in all', wholeNumber(1))
    .option('--seed <n>', 'of everything that is drawn by lot (default: 0)', wholeNumber(0, 0xffffffff))
    .addOption(new Option('--split <by>', 'divide into train, validation and test').choices(['repo', 'time']))
    .option('--shares <train,validation,test>', 'shares of the splits (default: 0.9,0.05,0.05)', splitShares)
  return addTrainerOptions(chosen)
    .option('--with-reference-patch', 'the gold diff leaves too')
    .option('--parquet', 'a Parquet twin beside the text')
}

/** Adds what decides how a trainer reads a row. */
export function addTrainerOptions(command: Command): Command {
  return command
    .option('--template <file|id>', 'chat template: a file, a model folder, or the id of one taken before')
    .option('--context <n>', 'tokens the trainer reads of a row (default: what the longest row needs)', wholeNumber(1))
    .addOption(
      new Option('--arguments <form>', 'how arguments of calls are written (default: as-needed)').choices([
        'as-needed',
        'object',
        'string',
      ]),
    )
    .addOption(
      new Option('--reasoning <policy>', 'reasoning the format has no field for, or the template drops (default: as-is)').choices([
        'as-is',
        'into-content',
        'drop',
      ]),
    )
    .addOption(
      new Option('--masks <policy>', 'turns the format cannot say are context only (default: take-whole)').choices([
        'leave-out',
        'take-whole',
        'refuse',
      ]),
    )
    .addOption(new Option('--overlong <policy>', 'rows longer than --context (default: take)').choices(['take', 'leave-out', 'cut']))
    .addOption(
      new Option('--lost <policy>', 'rows of which the trainer would lose something (default: take)').choices([
        'take',
        'leave-out',
        'refuse',
      ]),
    )
}

/** Collects what an option that may be given again was given. */
function all<T>(parse: (text: string) => T): (text: string, before: T[] | undefined) => T[] {
  return (text, before = []) => [...before, parse(text)]
}

function halves(text: string, form: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
  throw new InvalidArgumentError(`${form} is expected.`)
}

function facet(text: string): [string, string] {
  const at = text.indexOf('=')
  if (FACETS.some((name) => name === text.slice(0, Math.max(0, at)))) return [text.slice(0, at), text.slice(at + 1)]
  throw new InvalidArgumentError(`name=value is expected, the name one of ${FACETS.join(', ')}.`)
}

function cap(text: string): { per: Grouping; most: number } {
  const [name, number] = halves(text, 'grouping=n, such as instance=2,')
  const per = GROUPINGS.find((grouping) => grouping === name)
  if (!per) throw new InvalidArgumentError(`One of ${GROUPINGS.join(', ')} is expected before the =.`)
  return { per, most: wholeNumber(1)(number) }
}

function valueShare(text: string): [string, number] {
  const [value, part] = halves(text, 'value=share, such as python=0.5,')
  return [value === 'none' ? '' : value, share(part)]
}

function splitShares(text: string): SplitPlan['shares'] {
  const [train, validation, test, ...more] = text.split(',').map((part) => share(part.trim()))
  if (train !== undefined && validation !== undefined && test !== undefined && more.length === 0) return { train, validation, test }
  throw new InvalidArgumentError('Three shares are expected, such as 0.9,0.05,0.05.')
}
