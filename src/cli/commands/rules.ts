import { fault } from '#record'
import { faultLines } from '../fault-lines.ts'
import { formatRule, formatRules } from '../format/rules.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

/** `winnow rules [ID]`: the rules a recipe may use, or one of them explained. */
export const addRules: AddCommand = (program, session) => {
  program
    .command('rules [id]')
    .description("list the rules a recipe may use, the workspace's own among them, or explain one")
    .action(async (id: string | undefined, _options: unknown, command) => {
      const { terminal } = session
      const options: GlobalOptions = command.optsWithGlobals()
      const { rules, faults } = await withClient(
        session,
        options,
        async ({ client }) => ({ rules: await client.recipe.rules(), faults: await client.recipe.bookFaults() }),
        { isMending: true },
      )
      for (const one of faults) terminal.note(faultLines(one))
      if (id === undefined) return terminal.out(options.json ? JSON.stringify(rules) : formatRules(rules, terminal.width))
      const rule = rules.find((known) => known.id === id)
      if (!rule)
        throw fault('not-found', `There is no rule "${id}". There are ${rules.map((known) => known.id).join(', ')}.`, {
          culprit: id,
          remedy: 'List them with: winnow rules',
        })
      terminal.out(options.json ? JSON.stringify(rule) : formatRule(rule))
    })
}
