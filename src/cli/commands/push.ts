import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { counted, formatBytes } from '../format/number.ts'
import { formatTable } from '../format/table.ts'
import type { AddCommand, Client, GlobalOptions, Session } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  private?: true
  public?: true
  dryRun?: true
  allowSecrets?: true
  message?: string
}

type EventOf<Stream> = Stream extends AsyncIterator<infer Event> ? Event : never
type PlanEvent = EventOf<Answers['push']['plan']>
type PushEvent = EventOf<Answers['push']['run']>
type Plan = Extract<PlanEvent, { kind: 'done' }>['result']
type Pushed = Extract<PushEvent, { kind: 'done' }>['result']

/** `winnow push`: an export leaves for the Hub, as one commit. */
export const addPush: AddCommand = (program, session) => {
  program
    .command('push')
    .description('push an export to a dataset of the Hub, private unless asked otherwise')
    .argument('<dir>', 'the folder of an export')
    .argument('<to>', 'hf://datasets/OWNER/NAME[@BRANCH], made when missing')
    .addOption(new Option('--private', 'make a missing dataset private and refuse a public one (the default)').conflicts('public'))
    .option('--public', 'make a missing dataset public, or push to one that is')
    .option('--dry-run', 'list what would leave, secrets first, and send nothing')
    .option('--allow-secrets', 'push although secrets were found; never the token of this machine')
    .option('--message <text>', 'of the commit')
    .action(async (dir: string, to: string, _options: unknown, command: Command) => {
      const options: Options = command.optsWithGlobals()
      const input = { dir: resolve(session.terminal.cwd, dir), to }
      await withClient(session, options, ({ client }) =>
        options.dryRun ? plan(client, input, options, session) : push(client, input, options, session),
      )
    })
}

type Input = { dir: string; to: string }

async function plan(client: Client, input: Input, options: Options, session: Session): Promise<void> {
  const { terminal } = session
  const found = await follow(await client.push.plan(input, { signal: terminal.signal }), terminal, () => 'looking through')
  const isRefused = found.refusals.length > 0 || (found.secrets.length > 0 && !options.allowSecrets)
  if (isRefused) session.exitCode = 1
  if (options.json) terminal.out(JSON.stringify(found))
  else reportPlan(found, terminal)
}

async function push(client: Client, input: Input, options: Options, { terminal }: Session): Promise<void> {
  const asked = { isPrivate: !options.public, allowSecrets: options.allowSecrets === true }
  const whole = { ...input, ...asked, ...(options.message === undefined ? {} : { message: options.message }) }
  const done = await follow(await client.push.run(whole, { signal: terminal.signal }), terminal, ({ phase }) => PHASES[phase])
  if (options.json) terminal.out(JSON.stringify(done))
  else reportPushed(done, terminal)
}

const PHASES = { scanning: 'looking through', sending: 'sending', committing: 'committing' } as const

type Progress<Event> = Extract<Event, { kind: 'progress' }>
type Done<Event> = Extract<Event, { kind: 'done' }>

async function follow<Event extends PlanEvent | PushEvent>(
  stream: AsyncIterable<Event>,
  terminal: Terminal,
  doing: (event: Progress<Event>) => string,
): Promise<Done<Event>['result']> {
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return (event as Done<Event>).result
      const { done, total, file } = event
      terminal.progress(`${doing(event as Progress<Event>)} ${file}: ${formatBytes(done)} of ${formatBytes(total)}`)
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', 'Stopped. A commit is made whole or not at all: the Hub shows all of this push or nothing of it.', {
    remedy: 'Run the same command again: what has arrived is not sent a second time.',
  })
}

function reportPlan(plan: Plan, terminal: Terminal): void {
  terminal.out(`${plan.url} (${stateOf(plan)}), branch ${plan.branch}, as ${plan.user ?? 'nobody'}`)
  terminal.out(`licence: ${plan.licence ?? 'none in the card'}; rows from: ${plan.sources.join(', ') || 'unknown'}`)
  const columns = [{ heading: 'file' }, { heading: 'size', isNumber: true }, { heading: 'how' }, { heading: 'sha256', longest: 64 }]
  terminal.out(
    formatTable(
      columns,
      plan.files.map(({ path, bytes, how, sha256 }) => [path, formatBytes(bytes), HOW[how], sha256]),
    ),
  )
  for (const path of plan.removed) terminal.out(`removed: ${path}, of an earlier export`)
  for (const { file, line, exampleId, what, certainty } of plan.secrets) {
    terminal.out(`secret (${certainty}): ${file}, line ${line}${exampleId === null ? '' : `, example ${exampleId}`}: ${what}`)
  }
  if (plan.moreSecrets > 0) terminal.out(`and ${counted(plan.moreSecrets, 'more secret')}`)
  for (const warning of plan.warnings) terminal.note(`  warning: ${warning}`)
  for (const refusal of plan.refusals) terminal.note(`  refused: ${refusal}`)
}

const HOW = { same: 'there already', lfs: 'sent', inline: 'sent with the commit' } as const

function stateOf({ exists, isPrivate }: Plan): string {
  if (!exists) return 'to be made, private unless --public'
  return isPrivate ? 'private' : 'public'
}

function reportPushed({ url, commit, files, removed, bytesSent, isPrivate, warnings }: Pushed, terminal: Terminal): void {
  const gone = removed > 0 ? `, ${counted(removed, 'file')} removed` : ''
  const what =
    files + removed === 0
      ? 'nothing to push, the Hub has it all'
      : `${counted(files, 'file')} pushed, ${formatBytes(bytesSent)} sent${gone}`
  terminal.out(`${url} (${isPrivate ? 'private' : 'public'}): ${what}; commit ${commit.slice(0, 12)}`)
  for (const warning of warnings) terminal.note(`  warning: ${warning}`)
}
