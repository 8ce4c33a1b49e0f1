import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { FaultError, fault, toFault } from '#record'
import { formatDraft, formatFunnel } from '../format/funnel.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  recipe?: string
  draft?: true
}

interface RecipeText {
  text: string
  name: string
}

/** `winnow filter`: applies a recipe, or shows what the one in force does, or what another would. */
export const addFilter: AddCommand = (program, session) => {
  program
    .command('filter')
    .description('apply and remember a recipe, and print its funnel; without --recipe, the funnel of the one in force')
    .option('--recipe <file>', 'a recipe in YAML or JSON, or the name of one that ships: tutorial, paper, strict, everything')
    .option('--draft', 'print what the recipe would change, and leave everything as it is')
    .action(async (_options: unknown, command) => {
      const { terminal } = session
      const { signal } = terminal
      const options: Options = command.optsWithGlobals()
      const { recipe: wanted } = options
      if (options.draft && wanted === undefined) command.error('--draft needs --recipe: what would another recipe change?', { exitCode: 2 })
      await withClient(
        session,
        options,
        async ({ client }) => {
          const given = wanted === undefined ? null : await readRecipe(client, wanted, terminal.cwd)
          if (given && options.draft) {
            const draft = await client.recipe.preview(given, { signal })
            if (!options.json) return terminal.out(formatDraft(draft, terminal.width))
            const { funnel, ...moved } = draft
            return terminal.out(JSON.stringify({ ...funnel, ...moved }))
          }
          const { recipe, funnel } = given
            ? await client.recipe.apply(given, { signal })
            : await client.recipe.current(undefined, { signal })
          if (!options.json) terminal.note(`recipe ${recipe.name} (${recipe.hash.slice(0, 12)})`)
          terminal.out(
            options.json ? JSON.stringify({ ...funnel, recipe: recipe.name, hash: recipe.hash }) : formatFunnel(funnel, terminal.width),
          )
        },
        // Another recipe is the remedy where the one in force cannot be read any more.
        { isMending: wanted !== undefined },
      )
    })
}

/** A recipe from a file, else the one that ships under this name. */
async function readRecipe(client: Client, wanted: string, cwd: string): Promise<RecipeText> {
  const text = await readFile(resolve(cwd, wanted), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new FaultError(toFault(error, wanted))
  })
  if (text !== null) return { text, name: basename(wanted) }
  const bundled = await client.recipe.bundled()
  const found = bundled.find(({ name }) => name === wanted)
  if (found) return { text: found.text, name: found.name }
  throw fault('not-found', `${wanted} is neither a file nor a recipe that ships: ${bundled.map(({ name }) => name).join(', ')}.`, {
    culprit: wanted,
    remedy: 'Check the path, or use one of these names.',
  })
}
