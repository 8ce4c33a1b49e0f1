import { type Command, Option } from 'commander'
import { type ExampleEdits, fault, type Redaction } from '#record'
import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { formatNumber } from '../format/number.ts'
import { messageList } from '../parse-messages.ts'
import { wholeNumber } from '../parse-number.ts'
import type { AddCommand, Client, GlobalOptions } from '../session.ts'
import { withClient } from '../with-client.ts'

type Proposal = Answers['step']['proposals'][number]
type StepEdit = Parameters<Client['step']['edit']>[0]['edits'][number]

const KINDS = ['error-step', 'detour', 'think-only'] as const
const EVERY_KIND = KINDS.join()

interface Options extends GlobalOptions {
  mask?: number[]
  unmask?: number[]
  cut?: number
  uncut?: true
  redactText?: string
  as: string
  unredact?: true
  propose?: string | true
  applyProposals?: string | true
  reason?: string
  note?: string
  reviewer?: string
}

/** `winnow edit ID`: how an example is trained on. The row is never changed; what leaves is. */
export const addEdit: AddCommand = (program, session) => {
  const command: Command = program
    .command('edit <id>')
    .description('mark turns as context only, cut the tail, redact text: all that is asked for in one go, which one undo takes back')
    .option('--mask <messages>', 'make these assistant messages context only: 5,7-9', messageList)
    .option('--unmask <messages>', 'train on these again', messageList)
    .addOption(new Option('--cut <message>', 'the last message that leaves, with its results').argParser(wholeNumber(0)).conflicts('uncut'))
    .option('--uncut', 'the whole run leaves again')
    .option('--redact-text <text>', 'redact this text wherever it stands')
    .option('--as <words>', 'what stands in its place', '[redacted]')
    .option('--unredact', 'take all redactions back')
    .option('--propose [kinds]', `print what rules would mask, and change nothing: ${EVERY_KIND}`)
    .option('--apply-proposals [kinds]', 'mask what they propose')
    .option('--reason <code>', 'why, as a reason code')
    .option('--note <text>', 'why, in words')
    .option('--reviewer <name>', 'who says so (default: the name in the settings)')
    .action(async (id: string) => {
      const { terminal } = session
      const options: Options = command.optsWithGlobals()
      const kinds = kindsOf(command, options.propose ?? options.applyProposals ?? true)
      const { signal } = terminal
      await withClient(session, options, async ({ client }) => {
        const proposals = options.propose || options.applyProposals ? await client.step.proposals({ id }, { signal }) : []
        const asked = proposals.filter(({ kind }) => kinds.includes(kind))
        if (options.propose) return terminal.out(options.json ? JSON.stringify(asked) : formatProposals(asked))
        const edits = await editsOf(client, id, options, asked)
        if (edits.length === 0) return nothingToDo(command, options)
        const { reason, note, reviewer } = options
        const { seqs, edits: standing } = await client.step.edit({ id, edits, reason, note, reviewer }, { signal })
        terminal.out(
          options.json ? JSON.stringify({ seqs, edits: standing }) : `${id}: ${seqs.length === 0 ? 'as it was' : wordsOf(standing)}`,
        )
      })
    })
}

function kindsOf(command: Command, asked: string | true): readonly string[] {
  if (asked === true) return KINDS
  const kinds = asked.split(',').map((kind) => kind.trim())
  const unknown = kinds.find((kind) => !KINDS.some((one) => one === kind))
  if (unknown !== undefined) command.error(`there is no kind of proposal "${unknown}"; there are ${EVERY_KIND}`, { exitCode: 2 })
  return kinds
}

async function editsOf(client: Client, id: string, options: Options, proposals: readonly Proposal[]): Promise<StepEdit[]> {
  const { mask = [], unmask = [], cut, uncut, redactText, as, unredact } = options
  const masks = [...mask, ...proposals.flatMap(({ messages }) => messages)]
  const places = redactText ? await client.step.occurrences({ id, text: redactText }) : []
  const standing: Redaction[] = unredact ? (await client.example.get({ id })).edits.redactions : []
  return [
    ...(masks.length > 0 ? [{ kind: 'mask' as const, messages: masks }] : []),
    ...(unmask.length > 0 ? [{ kind: 'unmask' as const, messages: unmask }] : []),
    ...(cut === undefined ? [] : [{ kind: 'cut' as const, after: cut }]),
    ...(uncut ? [{ kind: 'uncut' as const }] : []),
    ...places.map((at) => ({ kind: 'redact' as const, redaction: { at, replacement: as } })),
    ...standing.map((redaction) => ({ kind: 'unredact' as const, redaction })),
  ]
}

/** Asked for nothing is wrong usage; asked for what is not there is an answer. */
function nothingToDo(command: Command, { redactText, unredact, applyProposals }: Options): void {
  if (redactText)
    throw fault('not-found', 'The text to redact stands nowhere in this example.', { remedy: 'Letters and spaces must be the same.' })
  if (unredact) throw fault('not-found', 'Nothing of this example is redacted.')
  if (applyProposals) throw fault('not-found', 'Rules propose nothing of these kinds.', { remedy: 'See all with --propose.' })
  command.error('say what to change: --mask, --unmask, --cut, --uncut, --redact-text, --unredact or --apply-proposals', { exitCode: 2 })
}

function formatProposals(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return 'rules propose nothing'
  return proposals
    .map(({ kind, messages, text, tokens }) => printable(`${kind}  ${messages.join()}  ${formatNumber(tokens)} tokens  ${text}`))
    .join('\n')
}

/** "context only: 5,7; cut after 9; 2 places redacted". */
function wordsOf({ masked, cutAfter, redactions }: ExampleEdits): string {
  const parts = [
    masked.length > 0 && `context only: ${masked.join()}`,
    cutAfter !== null && `cut after ${cutAfter}`,
    redactions.length > 0 && `${redactions.length} ${redactions.length === 1 ? 'place' : 'places'} redacted`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join('; ') : 'trained on as it is'
}
