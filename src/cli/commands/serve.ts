import { Option } from 'commander'
import { faultOf } from '../fault-lines.ts'
import { openInBrowser } from '../open-in-browser.ts'
import { wholeNumber } from '../parse-number.ts'
import type { AddCommand, Client, GlobalOptions, Session } from '../session.ts'
import { type OpenWorkbench, withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  port?: number
  open: boolean
  sample?: true
}

/** `winnow serve`: the workbench in a browser, until Ctrl-C. */
export const addServe: AddCommand = (program, session) => {
  program
    .command('serve')
    .description('open the workbench in a browser of this machine, until Ctrl-C')
    .option(
      '--port <n>',
      'listen on this port, 0 for any free one (default: 4747, or a free one when that is taken)',
      wholeNumber(0, 65535),
    )
    .option('--no-open', 'print the address only')
    .addOption(new Option('--sample', 'open the bundled sample in a workspace of its own').hideHelp())
    .action(async (_options: unknown, command) => {
      const options: Options = command.optsWithGlobals()
      const otherwise = options.sample ? 'sample' : 'default'
      await withClient(session, options, (open) => serve(open, session, options), { host: 'browser', otherwise })
    })
}

async function serve({ workbench, client }: OpenWorkbench, session: Session, options: Options): Promise<void> {
  const { terminal, places } = session
  const { startServer } = await import('#serve')
  const host = await startServer({ workbench, rendererDir: places.rendererDir, port: options.port ?? null })
  terminal.out(options.json ? JSON.stringify({ url: host.url }) : `Winnow is at ${host.url}`)
  if (!options.json) terminal.note('The link works once. Enter prints a new one, Ctrl-C ends Winnow.')
  terminal.onEnter(() => terminal.note(`Winnow is at ${host.newUrl()}`))
  if (options.open) openInBrowser(host.url, terminal)
  if (options.sample) fillInBackground(client, session)
  await aborted(terminal.signal)
  await host.close()
}

/** The page shows the rows coming in; a sample that cannot be read must not keep the workbench from opening. */
function fillInBackground(client: Client, { terminal }: Session): void {
  import('#workbench')
    .then(({ addSampleWhenEmpty }) => addSampleWhenEmpty(client, terminal.signal))
    .catch((error: unknown) => {
      if (!terminal.signal.aborted) terminal.note(`winnow: the bundled sample could not be added: ${faultOf(error).message}`)
    })
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
