import { Command } from 'commander'
import { version } from '../../package.json'
import { addAdd } from './commands/add.ts'
import { addAgreement } from './commands/agreement.ts'
import { addCache } from './commands/cache.ts'
import { addCheck } from './commands/check.ts'
import { addDecide } from './commands/decide.ts'
import { addEdit } from './commands/edit.ts'
import { addExport } from './commands/export.ts'
import { addFilter } from './commands/filter.ts'
import { addFindings } from './commands/findings.ts'
import { addLedger } from './commands/ledger.ts'
import { addList } from './commands/list.ts'
import { addMeasure } from './commands/measure.ts'
import { addMeasures } from './commands/measures.ts'
import { addMerge } from './commands/merge.ts'
import { addPack } from './commands/pack.ts'
import { addPairs } from './commands/pairs.ts'
import { addPush } from './commands/push.ts'
import { addQueue } from './commands/queue.ts'
import { addReasons } from './commands/reasons.ts'
import { addReport } from './commands/report.ts'
import { addRules } from './commands/rules.ts'
import { addServe } from './commands/serve.ts'
import { addShow } from './commands/show.ts'
import { addSiblings } from './commands/siblings.ts'
import { addStats } from './commands/stats.ts'
import { addFlag, addTag } from './commands/tag.ts'
import { addTemplate } from './commands/template.ts'
import { addTokenizer } from './commands/tokenizer.ts'
import { addRedo, addUndo } from './commands/undo.ts'
import { addUnpack } from './commands/unpack.ts'
import { addVerify } from './commands/verify.ts'
import type { AddCommand, Session } from './session.ts'

/** In the order of the work, which is the order of the help. */
const COMMANDS: AddCommand[] = [
  addAdd,
  addMeasure,
  addTokenizer,
  addList,
  addShow,
  addFindings,
  addMeasures,
  addStats,
  addRules,
  addFilter,
  addQueue,
  addDecide,
  addUndo,
  addRedo,
  addTag,
  addFlag,
  addReasons,
  addEdit,
  addSiblings,
  addPairs,
  addLedger,
  addAgreement,
  addPack,
  addUnpack,
  addMerge,
  addReport,
  addTemplate,
  addCheck,
  addExport,
  addVerify,
  addPush,
  addCache,
  addServe,
]

/** The whole command line. Throws CommanderError instead of leaving the process. */
export function createProgram(session: Session): Command {
  const { terminal } = session
  const program = new Command('winnow')
    .description('Turns software-engineering agent traces into an audited SFT dataset.')
    .version(version)
    .option('--workspace <dir>', 'the workspace folder, made when missing (default: "default" in the data folder of this system)')
    .option('--json', 'print one JSON value on stdout')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, 'winnow: ')),
    })
    .configureHelp({ helpWidth: terminal.width })
    .helpCommand('help [command]', 'explain a command')
    .exitOverride()
  for (const add of COMMANDS) add(program, session)
  return program
}
