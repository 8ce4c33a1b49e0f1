import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fault } from '#record'
import { printable } from '../fault-lines.ts'
import { formatBytes } from '../format/number.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  out?: string
  decisions?: true
  where?: string
  force?: true
}

/** `winnow report [ID]`: one HTML file to mail, of an example or of what was decided. */
export const addReport: AddCommand = (program, session) => {
  program
    .command('report [id]')
    .description('write one HTML file to mail: an example, or with --decisions what was decided')
    .option('--decisions', 'a sheet of decisions instead of one example')
    .option('--where <expression>', 'with --decisions: the examples for which this holds')
    .option('--out <file>', 'where to; by default named after what is in it, in this folder')
    .option('--force', 'replace the file where it is there')
    .action(async (id: string | undefined, _options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      if ((id === undefined) === (options.decisions === undefined))
        command.error('error: give the id of an example, or --decisions', { exitCode: 2 })
      const { name, html } = await withClient(session, options, ({ client }) => {
        const selection = options.where === undefined ? {} : { where: options.where }
        const input = id === undefined ? { kind: 'decisions' as const, selection } : { kind: 'example' as const, id }
        return client.report(input, { signal: terminal.signal })
      })
      const path = resolve(terminal.cwd, options.out ?? name)
      await write(path, html, options.force === true)
      const bytes = Buffer.byteLength(html)
      terminal.out(options.json ? JSON.stringify({ path, bytes }) : printable(`${path}: ${formatBytes(bytes)}`))
    })
}

async function write(path: string, html: string, isForced: boolean): Promise<void> {
  try {
    await writeFile(path, html, { flag: isForced ? 'w' : 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw fault('conflict', `${path} is there already; nothing was written.`, {
      culprit: path,
      remedy: 'Name another file with --out, or use --force.',
    })
  }
}
