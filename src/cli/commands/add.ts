import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatBytes, formatNumber } from '../format/number.ts'
import { wholeNumber } from '../parse-number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  revision?: string
  config?: string
  split?: string
  take?: number
  seed?: number
}

type AddEvent = Answers['source']['add'] extends AsyncIterator<infer Event> ? Event : never
type AddResult = Extract<AddEvent, { kind: 'done' }>['result']

/** Rejections a person gets to read; `--json` has them all. */
const LISTED = 10

/** `winnow add SOURCE`: opens, stores, parses and measures. */
export const addAdd: AddCommand = (program, session) => {
  program
    .command('add <source>')
    .description('open a source: a folder laid out like a Hub repository, a file or a glob; again to go on where it stopped')
    .option('--revision <revision>', 'the revision to pin')
    .option('--config <config>', 'only this configuration')
    .option('--split <split>', 'only this split')
    .option('--take <n>', 'only so many rows of every configuration and split', wholeNumber(1))
    .option('--seed <seed>', 'with --take: a random sample, the same for the same seed', wholeNumber(0))
    .action(async (source: string, _options: unknown, command) => {
      const { terminal } = session
      const { json, workspace, ...options }: Options = command.optsWithGlobals()
      await withClient(session, { workspace }, async ({ client }) => {
        const stream = await client.source.add({ source, ...options }, { signal: terminal.signal })
        const result = await follow(stream, terminal)
        if (json) terminal.out(JSON.stringify(jsonOf(result)))
        else report(result, terminal)
        refuseNothing(result)
      })
    })
}

async function follow(stream: AsyncIterable<AddEvent>, terminal: Terminal): Promise<AddResult> {
  let rows = 0
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return event.result
      if (event.kind === 'opened') terminal.note(`reading ${counted(event.files, 'file')}, ${formatBytes(event.bytes)}`)
      else {
        rows = event.rows
        const speed = `${formatNumber(Math.round(event.rowsPerSecond))} rows a second`
        terminal.progress(
          `${counted(rows, 'row')}, ${formatNumber(event.rejected)} rejected, file ${event.filesDone} of ${event.files}, ${speed}`,
        )
      }
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', `Stopped after ${formatNumber(rows)} rows; they are kept.`, {
    remedy: 'Run the same command again to go on from there.',
  })
}

/** A script must not go on with a source that gave nothing but rejections. */
function refuseNothing({ source, examples, rejectedCount }: AddResult): void {
  if (examples > 0 || rejectedCount === 0) return
  const remedy = 'The reasons are listed above; docs/shapes.md names the columns each known shape has.'
  throw fault('unknown-shape', `Nothing in ${source} became an example; ${counted(rejectedCount, 'row')} rejected.`, {
    culprit: source,
    remedy,
  })
}

/** The form scripts rely on; a source of several shapes names them all, most rows first. */
function jsonOf({ source, revision, shapes, examples, measured, rejected, bytesFetched, requests, seconds }: AddResult) {
  return { source, revision, shape: shapes.join(', ') || null, examples, measured, rejected, bytesFetched, requests, seconds }
}

function report(result: AddResult, terminal: Terminal): void {
  const { source, shapes, examples, measured, rejected, rejectedCount, bytesFetched, seconds } = result
  const fetched = bytesFetched > 0 ? `, ${formatBytes(bytesFetched)} fetched` : ''
  const shape = shapes.length > 0 ? `, shape ${shapes.join(', ')}` : ''
  terminal.out(`${source}: ${counted(examples, 'example')}${shape}`)
  terminal.out(`measured ${formatNumber(measured)}, rejected ${formatNumber(rejectedCount)}${fetched} in ${formatNumber(seconds)} s`)
  for (const { where, reason } of rejected.slice(0, LISTED)) terminal.note(printable(`  rejected ${where}: ${reason}`))
  if (rejectedCount > LISTED) terminal.note(`  and ${formatNumber(rejectedCount - LISTED)} more; --json lists them`)
}
