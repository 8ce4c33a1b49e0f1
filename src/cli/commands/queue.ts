import { type Command, Option } from 'commander'
import { fault, MOST_QUEUED, QUEUE_ORDERS, type QueueDefinition, type QueueInfo, type QueueOrder, type Sort } from '#record'
import { printable } from '../fault-lines.ts'
import { formatNumber } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import { share, wholeNumber } from '../parse-number.ts'
import { parseSort } from '../parse-sort.ts'
import type { AddCommand, Client, GlobalOptions, Session } from '../session.ts'
import { withClient } from '../with-client.ts'

interface MakeOptions extends GlobalOptions {
  order: QueueOrder
  where?: string
  sort?: Sort
  size: number
  seed: number
  per?: string
  double: number
  blind?: true
  undecided?: true
  unlabelled?: true
}

interface ReviewerOptions extends GlobalOptions {
  reviewer?: string
}

/** A day's work of one person. */
const DAY = 300

/** `winnow queue`: examples chosen for people to judge, one after another. */
export const addQueue: AddCommand = (program, session) => {
  const queue = program.command('queue').description('choose examples to judge one after another, and see how far everybody is')
  addListing(queue, session)
  addMaking(queue, session)
  addNext(queue, session)
  queue
    .command('remove <queue>')
    .description('forget a queue, by its id or name; what was decided in it stays')
    .action(async (wanted: string, _options: unknown, command: Command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const removed = await withClient(session, options, async ({ client }) => {
        const { id } = await queueCalled(client, wanted, terminal.signal)
        return client.queue.remove({ queue: id }, { signal: terminal.signal })
      })
      terminal.out(options.json ? JSON.stringify(removed) : 'removed')
    })
}

function addListing(queue: Command, session: Session): void {
  queue
    .command('list', { isDefault: true })
    .description('list the queues and how far everybody is')
    .option('--reviewer <name>', 'whose work is left (default: the name in the settings)')
    .action(async (_options: unknown, command: Command) => {
      const { terminal } = session
      const { reviewer, ...options }: ReviewerOptions = command.optsWithGlobals()
      const queues = await withClient(session, options, ({ client }) => client.queue.list({ reviewer }, { signal: terminal.signal }))
      if (options.json) return terminal.out(JSON.stringify(queues))
      if (queues.length === 0) return terminal.note('There are no queues. Make one with: winnow queue make NAME')
      terminal.out(tableOf(queues, terminal.width))
    })
}

function addMaking(queue: Command, session: Session): void {
  queue
    .command('make <name>')
    .description('choose the examples of a new queue, for good')
    .addOption(new Option('--order <order>', 'what comes first').choices(QUEUE_ORDERS).default('stored'))
    .option('--where <expression>', 'only examples for which this holds')
    .option('--sort <column[:desc]>', 'what "stored" is sorted by (default: the id)', parseSort)
    .option('--size <n>', 'at most so many', wholeNumber(1, MOST_QUEUED), DAY)
    .option('--seed <n>', 'of everything that is drawn by lot', wholeNumber(0), 0)
    .option('--per <column>', 'whose values are the groups of "stratified"')
    .option('--double <share>', 'the share that two people must judge, from 0 to 1', share, 0)
    .option('--blind', "hide verdicts and others' decisions until one's own is given")
    .option('--undecided', 'leave out what anybody has decided')
    .option('--unlabelled', 'leave out what the dataset labels')
    .action(async (name: string, _options: unknown, command: Command) => {
      const { terminal } = session
      const options: MakeOptions = command.optsWithGlobals()
      const made = await withClient(session, options, ({ client }) =>
        client.queue.make(definitionOf(name, options), { signal: terminal.signal }),
      )
      if (options.json) return terminal.out(JSON.stringify(made))
      terminal.out(`${made.id}: ${formatNumber(made.total)} examples, ${formatNumber(made.left)} of them for you to judge`)
    })
}

function addNext(queue: Command, session: Session): void {
  queue
    .command('next <queue>')
    .description('print the id of the example to judge next, by the id or name of its queue; nothing when none is left')
    .option('--reviewer <name>', 'who judges (default: the name in the settings)')
    .action(async (wanted: string, _options: unknown, command: Command) => {
      const { terminal } = session
      const { reviewer, ...options }: ReviewerOptions = command.optsWithGlobals()
      const place = await withClient(session, options, async ({ client }) => {
        const { id } = await queueCalled(client, wanted, terminal.signal)
        return client.queue.place({ queue: id, id: null, reviewer }, { signal: terminal.signal })
      })
      if (options.json) return terminal.out(JSON.stringify(place))
      if (place.next !== null) terminal.out(printable(place.next))
      terminal.note(`${formatNumber(place.left)} left`)
    })
}

function definitionOf(name: string, options: MakeOptions): QueueDefinition {
  const { order, where, sort, size, seed, per, double, blind, undecided, unlabelled } = options
  return {
    name,
    order,
    selection: where === undefined ? {} : { where },
    sort: sort ?? null,
    onlyUndecided: undecided ?? false,
    onlyUnlabelled: unlabelled ?? false,
    size,
    seed,
    per: per ?? null,
    doubleShare: double,
    isBlind: blind ?? false,
  }
}

/** By its id, else by its name, the newest of that name. */
export async function queueCalled(client: Client, wanted: string, signal: AbortSignal): Promise<QueueInfo> {
  const queues = await client.queue.list({}, { signal })
  const found = queues.find(({ id }) => id === wanted) ?? queues.find(({ definition }) => definition.name === wanted)
  if (found) return found
  throw fault('not-found', `There is no queue "${wanted}" in this workspace.`, { culprit: wanted, remedy: 'List them with: winnow queue' })
}

function tableOf(queues: readonly QueueInfo[], width: number): string {
  return formatTable(
    [
      { heading: 'id' },
      { heading: 'name', longest: 40 },
      { heading: 'order', isSpare: true },
      { heading: 'examples', isNumber: true },
      { heading: 'left', isNumber: true },
      { heading: 'twice', isSpare: true },
      { heading: 'decided', longest: 80, takesRest: true },
    ],
    queues.map(({ id, definition, total, left, doubled, reviewers }) => [
      id,
      definition.name,
      definition.order,
      formatNumber(total),
      formatNumber(left),
      doubled.total === 0 ? '' : `${formatNumber(doubled.done)} of ${formatNumber(doubled.total)}`,
      reviewers.map(({ reviewer, decided, pace }) => `${reviewer} ${formatNumber(decided)}${paceWords(pace)}`).join(', '),
    ]),
    width,
  )
}

function paceWords(pace: number | null): string {
  return pace === null ? '' : ` (${formatNumber(Math.round(pace))} an hour)`
}
