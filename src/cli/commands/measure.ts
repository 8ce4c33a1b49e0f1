import { fault } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { counted, formatBytes, formatNumber } from '../format/number.ts'
import { trafficWords } from '../format/traffic.ts'
import { wholeNumber } from '../parse-number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  where?: string
  limit?: number
}

type MeasureEvent = Answers['measure']['run'] extends AsyncIterator<infer Event> ? Event : never
type MeasureResult = Extract<MeasureEvent, { kind: 'done' }>

/** Failures a person gets to read; `--json` has them all. */
const LISTED = 10

/** `winnow measure`: fetches and measures what is only indexed. */
export const addMeasure: AddCommand = (program, session) => {
  program
    .command('measure')
    .description('fetch and measure examples that are only indexed, or lack a measure')
    .option('--where <expression>', 'only examples for which this holds: \'language == "go" and resolved == 1\'')
    .option('--limit <n>', 'at most so many', wholeNumber(1))
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const { json, workspace, where, limit }: Options = command.optsWithGlobals()
      await withClient(session, { workspace }, async ({ client }) => {
        const selection = where === undefined ? {} : { where }
        const stream = await client.measure.run({ selection, limit }, { signal: terminal.signal })
        const { kind: _, ...result } = await followMeasuring(stream, terminal)
        if (json) terminal.out(JSON.stringify(result))
        else report(result, terminal)
        session.exitCode = result.measured === 0 && result.failedCount > 0 ? 1 : 0
      })
    })
}

/** Tells how far measuring is, and gives what came of it. @throws Fault `cancelled` saying how far it came */
export async function followMeasuring(stream: AsyncIterable<MeasureEvent>, terminal: Terminal): Promise<MeasureResult> {
  let done = 0
  try {
    for await (const event of stream) {
      if (event.kind === 'done') return event
      if (event.kind === 'started') terminal.note(`measuring ${counted(event.total, 'example')}`)
      else {
        done = event.done
        const measured = `${formatNumber(done)} of ${formatNumber(event.total)} measured`
        terminal.progress([measured, trafficWords(event)].filter(Boolean).join(', '))
      }
    }
  } catch (error) {
    if (!terminal.signal.aborted) throw error
  }
  throw fault('cancelled', `Stopped after ${counted(done, 'example')}; they are kept.`, {
    remedy: 'Run the same command again to go on from there.',
  })
}

function report({ measured, failed, failedCount, bytesFetched, seconds }: Omit<MeasureResult, 'kind'>, terminal: Terminal): void {
  terminal.out(`measured ${counted(measured, 'example')}, ${formatBytes(bytesFetched)} fetched in ${formatNumber(seconds)} s`)
  reportFailed({ failed, failedCount }, terminal)
}

/** Names the first examples that failed. */
export function reportFailed({ failed, failedCount }: Pick<MeasureResult, 'failed' | 'failedCount'>, terminal: Terminal): void {
  for (const { id, reason } of failed.slice(0, LISTED)) terminal.note(printable(`  failed ${id}: ${reason}`))
  if (failedCount > LISTED) terminal.note(`  and ${formatNumber(failedCount - LISTED)} more`)
}
