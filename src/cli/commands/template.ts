import { resolve } from 'node:path'
import { fault, type TemplateInfo } from '#record'
import { printable } from '../fault-lines.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  forget?: string
}

/** `winnow template`: the chat templates of the workspace, and taking another one in. */
export const addTemplate: AddCommand = (program, session) => {
  program
    .command('template [path]')
    .description(
      'take in a chat template (a .jinja file, a tokenizer_config.json, a model folder) and tell how it behaves; without one, list them',
    )
    .option('--forget <id>', 'let go of one')
    .action(async (path: string | undefined, _options: unknown, command) => {
      const { terminal } = session
      const { forget, json, workspace }: Options = command.optsWithGlobals()
      if (path !== undefined && forget !== undefined) command.error('error: take one, or forget one', { exitCode: 2 })
      await withClient(session, { workspace }, async ({ client }) => {
        const { signal } = terminal
        if (forget !== undefined) {
          const { removed } = await client.trainer.forget({ id: forget }, { signal })
          if (!removed)
            throw fault('not-found', `There is no chat template ${forget}.`, { culprit: forget, remedy: 'winnow template lists them.' })
          return terminal.out(json ? JSON.stringify({ removed }) : `${forget} is forgotten`)
        }
        if (path !== undefined) {
          const info = await client.trainer.take({ path: resolve(terminal.cwd, path) }, { signal })
          return terminal.out(json ? JSON.stringify(info) : wordsOf(info))
        }
        const all = await client.trainer.templates(undefined, { signal })
        terminal.out(json ? JSON.stringify(all) : all.map(wordsOf).join('\n') || 'no chat template is taken in')
      })
    })
}

const TAKES = {
  object: 'as an object',
  string: 'as a JSON string',
  either: 'as an object or a JSON string',
  neither: 'in no form without harm',
} satisfies Record<TemplateInfo['arguments'], string>

const KEEPS = { all: 'all', last: 'only the last', none: 'none' } satisfies Record<TemplateInfo['reasoning']['plain'], string>

function wordsOf({ id, name, arguments: form, reasoning, marksTrained, notes }: TemplateInfo): string {
  const lines = [
    `${id}  ${name}`,
    `  takes arguments ${TAKES[form]}`,
    `  keeps reasoning: ${KEEPS[reasoning.plain]} in a plain run, ${KEEPS[reasoning.laterUser]} with a later user turn`,
    `  ${marksTrained ? 'marks what is trained on' : 'does not mark what is trained on'}`,
    ...notes.map((note) => `  ${note}`),
  ]
  return lines.map(printable).join('\n')
}
