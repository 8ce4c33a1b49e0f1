import { Option } from 'commander'
import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatBytes, formatNumber } from '../format/number.ts'
import { trafficWords } from '../format/traffic.ts'
import { columnPair } from '../parse-map.ts'
import { wholeNumber } from '../parse-number.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'
import { askWhereTo, type Moved } from './ask-where-to.ts'

interface Options extends GlobalOptions {
  revision?: string
  config?: string
  split?: string
  take?: number
  seed?: number
  indexOnly?: true
  map?: Record<string, string>
  stay?: true
  move?: true
}

type AddInput = Parameters<Client['source']['add']>[0]
type AddEvent = Answers['source']['add'] extends AsyncIterator<infer Event> ? Event : never
type AddResult = Extract<AddEvent, { kind: 'done' }>['result']
type Progress = Extract<AddEvent, { kind: 'progress' }>

/** Rejections a person gets to read; `--json` has them all. */
const LISTED = 10

/** `winnow add SOURCE`: opens, stores, parses and measures. */
export const addAdd: AddCommand = (program, session) => {
  program
    .command('add <source>')
    .description('open a source: hf://datasets/OWNER/NAME[@REVISION][/PATH], a folder laid out like one, a file or a glob; again to go on')
    .option('--revision <revision>', 'the branch, tag or commit to pin')
    .option('--config <config>', 'only this configuration')
    .option('--split <split>', 'only this split')
    .option('--take <n>', 'only so many rows of every configuration and split', wholeNumber(1))
    .option('--seed <seed>', 'with --take: a random sample, the same for the same seed', wholeNumber(0))
    .option('--index-only', 'Hub only: put every row in the table and fetch rows when they are looked at')
    .option('--map <name=column...>', 'read columns under other names, such as messages=conversation resolved=reward', columnPair)
    .addOption(new Option('--stay', 'when the branch has moved: go on with the commit that is pinned').conflicts('move'))
    .option('--move', 'when the branch has moved: take the new commit')
    .action(async (source: string, _options: unknown, command) => {
      const { json, workspace, stay, move, ...options }: Options = command.optsWithGlobals()
      const onMoved = move ? 'move' : stay ? 'stay' : 'ask'
      await withClient(session, { workspace }, async ({ client }) => {
        const result = await addOrAsk(client, { source, ...options, onMoved }, session.terminal)
        if (json) session.terminal.out(JSON.stringify(jsonOf(result)))
        else report(result, session.terminal)
        refuseNothing(result)
      })
    })
}

/** Adds; a branch that moved is asked about once. */
async function addOrAsk(client: Client, input: AddInput, terminal: Terminal): Promise<AddResult> {
  const first = await follow(await client.source.add(input, { signal: terminal.signal }), terminal)
  if (first.kind === 'done') return first.result
  const onMoved = await askWhereTo(first, terminal)
  const second = await follow(await client.source.add({ ...input, onMoved }, { signal: terminal.signal }), terminal)
  if (second.kind === 'done') return second.result
  throw fault('conflict', `${second.source} moved again while you were asked.`, {
    culprit: second.source,
    remedy: 'Run the command again.',
  })
}

async function follow(stream: AsyncIterable<AddEvent>, terminal: Terminal): Promise<Extract<AddEvent, { kind: 'done' }> | Moved> {
  let rows = 0
  try {
    for await (const event of stream) {
      if (event.kind === 'done' || event.kind === 'moved') return event
      if (event.kind === 'opened') {
        terminal.note(`reading ${counted(event.files, 'file')}, ${formatBytes(event.bytes)}`)
        for (const note of event.notes) terminal.note(printable(`  ${note}`))
      } else {
        rows = event.rows
        terminal.progress(progressLine(event))
      }
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', `Stopped after ${formatNumber(rows)} rows; they are kept.`, {
    remedy: 'Run the same command again to go on from there.',
  })
}

function progressLine(event: Progress): string {
  const { rows, totalRows, rejected, filesDone, files, rowsPerSecond, phase } = event
  const of = totalRows === null ? '' : ` of ${formatNumber(totalRows)}`
  const done = `${phase} ${formatNumber(rows)}${of} rows, ${formatNumber(rejected)} rejected, file ${filesDone} of ${files}`
  return [done, `${formatNumber(Math.round(rowsPerSecond))} rows a second`, trafficWords(event)].filter(Boolean).join(', ')
}

/** A script must not go on with a source that gave nothing but rejections. */
function refuseNothing({ source, examples, rejectedCount }: AddResult): void {
  if (examples > 0 || rejectedCount === 0) return
  const remedy = 'The reasons are listed above. docs/shapes.md names the columns each known shape has; --map messages=COLUMN reads another.'
  throw fault('unknown-shape', `Nothing in ${source} became an example; ${counted(rejectedCount, 'row')} rejected.`, {
    culprit: source,
    remedy,
  })
}

/** The form scripts rely on; a source of several shapes names them all, most rows first. */
function jsonOf(result: AddResult) {
  const { source, revision, shapes, examples, measured, rejected, bytesFetched, requests, seconds, notes } = result
  return { source, revision, shape: shapes.join(', ') || null, examples, measured, rejected, bytesFetched, requests, seconds, notes }
}

function report(result: AddResult, terminal: Terminal): void {
  const { source, shapes, examples, measured, rejected, rejectedCount, bytesFetched, requests, seconds, notes } = result
  const fetched = bytesFetched > 0 ? `, ${formatBytes(bytesFetched)} fetched in ${formatNumber(requests)} requests` : ''
  const shape = shapes.length > 0 ? `, shape ${shapes.join(', ')}` : ''
  terminal.out(`${source}: ${counted(examples, 'example')}${shape}`)
  terminal.out(`measured ${formatNumber(measured)}, rejected ${formatNumber(rejectedCount)}${fetched}, ${formatNumber(seconds)} s`)
  for (const note of notes) terminal.note(printable(`  ${note}`))
  for (const { where, reason } of rejected.slice(0, LISTED)) terminal.note(printable(`  rejected ${where}: ${reason}`))
  if (rejectedCount > LISTED) terminal.note(`  and ${formatNumber(rejectedCount - LISTED)} more; --json lists them`)
}
