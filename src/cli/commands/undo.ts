import type { Answers } from '../answers.ts'
import type { AddCommand, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

interface Options extends GlobalOptions {
  reviewer?: string
}

type Undone = Answers['review']['undo']

/** `winnow undo`: takes back the newest thing said that still stands, with all that was said in one go with it. */
export const addUndo: AddCommand = (program, session) => {
  program
    .command('undo')
    .description('take back the newest decision that still stands; the ledger keeps both')
    .option('--reviewer <name>', 'only among the decisions of this reviewer')
    .action(async (_options: unknown, command) => {
      const { reviewer, ...options }: Options = command.optsWithGlobals()
      const done = await withClient(session, options, ({ client }) => client.review.undo({ reviewer }, { signal: session.terminal.signal }))
      session.terminal.out(options.json ? undoneJson(done) : undoneLine(done, 'took back', 'nothing to take back'))
    })
}

/** `winnow redo`: gives back what the last undo took, as long as nothing was said since. */
export const addRedo: AddCommand = (program, session) => {
  program
    .command('redo')
    .description('give back what the last undo took, as long as nothing was decided since')
    .option('--reviewer <name>', 'only what was taken back by this reviewer')
    .action(async (_options: unknown, command) => {
      const { reviewer, ...options }: Options = command.optsWithGlobals()
      const done = await withClient(session, options, ({ client }) => client.review.redo({ reviewer }, { signal: session.terminal.signal }))
      session.terminal.out(options.json ? undoneJson(done) : undoneLine(done, 'gave back', 'nothing to give back'))
    })
}

function undoneJson({ seq, hash, count }: Undone): string {
  return JSON.stringify({ seq, hash, count })
}

function undoneLine({ seq, undone, count }: Undone, did: string, nothing: string): string {
  if (!undone) return nothing
  const others = count === 1 ? '' : ` and ${count - 1} more said with it`
  return `${did} entry ${undone.seq}: ${undone.kind} ${undone.exampleId}${others} (entry ${seq})`
}
