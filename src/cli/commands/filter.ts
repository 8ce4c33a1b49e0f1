import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { formatFunnel } from '../format/funnel.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  recipe?: string
}

/** `winnow filter`: applies a recipe, or shows what the one in force does. */
export const addFilter: AddCommand = (program, session) => {
  program
    .command('filter')
    .description('apply and remember a recipe, and print its funnel; without --recipe, the funnel of the one in force')
    .option('--recipe <file>', 'a recipe in YAML or JSON')
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const file = options.recipe === undefined ? null : await readRecipe(resolve(terminal.cwd, options.recipe))
      const { recipe, funnel } = await withClient(session, options, ({ client }) =>
        file ? client.recipe.apply(file, { signal: terminal.signal }) : client.recipe.current(undefined, { signal: terminal.signal }),
      )
      if (!options.json) terminal.note(`recipe ${recipe.name} (${recipe.hash.slice(0, 12)})`)
      terminal.out(options.json ? JSON.stringify(funnel) : formatFunnel(funnel))
    })
}

async function readRecipe(path: string): Promise<{ text: string; name: string }> {
  return { text: await readFile(path, 'utf8'), name: basename(path).replace(/\.(ya?ml|json)$/i, '') }
}
