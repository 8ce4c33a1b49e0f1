import type { Finding, Findings, Json, LedgerEntry, Reason } from '#record'
import type { Answers } from './answers.ts'
import { flatRow } from './flat-row.ts'
import type { Client } from './session.ts'

type Detail = Answers['example']['get']
type MessageView = Detail['messages'][number]
type PatchFile = Answers['example']['patchFile']

/** A message with nothing cut. */
export interface WholeMessage extends Omit<MessageView, 'content' | 'reasoning' | 'calls'> {
  content: string
  reasoning: string | null
  calls: { id: string | null; name: string; protocol: string; arguments: string; is_test: boolean; result_index: number | null }[]
}

/** A patch as the row has it and as Winnow reads it. */
export interface WholePatch {
  /** What `git apply` takes. */
  text: string
  additions: number
  deletions: number
  files: PatchFile[]
  problems: string[]
}

/** One example, whole. `winnow show --json` prints the row's columns and everything else side by side. */
export interface WholeExample {
  row: Record<string, Json>
  ref: Detail['ref']
  messages: WholeMessage[]
  tools: Json[]
  metadata: Record<string, Json>
  extra: Record<string, Json>
  notes: string[]
  patch: WholePatch | null
  reference_patch: WholePatch | null
  /** Without those that only rules read. */
  measures: Record<string, Json>
  /** Why the recipe drops it. */
  reasons: Reason[]
  /** What the checks found; `faults` are the checks that came to no end. */
  findings: Finding[]
  findings_left_out: number
  faults: Findings['faults']
  /** Everybody's standing answer. */
  opinions: Detail['opinions']
  edits: Detail['edits']
  decisions: LedgerEntry[]
}

/** The longest piece of text the contract gives at once. */
export const PIECE = 262_144

/** Fetches an example and everything the page would fetch piece by piece. */
export async function readExample(client: Client, id: string, signal: AbortSignal): Promise<WholeExample> {
  const detail = await client.example.get({ id }, { signal })
  const { row, ref, tools, metadata, extra, notes } = detail
  const found = await client.example.findings({ id }, { signal })
  const messages: WholeMessage[] = []
  for (const view of detail.messages) messages.push(await wholeMessage(client, id, view, signal))
  return {
    row: flatRow(row),
    ref,
    messages,
    tools,
    metadata,
    extra,
    notes,
    patch: detail.hasPatch ? await wholePatch(client, id, 'model', signal) : null,
    reference_patch: detail.hasReferencePatch ? await wholePatch(client, id, 'reference', signal) : null,
    measures: await offeredValues(client, row.values, signal),
    reasons: row.reasons,
    findings: found.findings,
    findings_left_out: found.leftOut,
    faults: found.faults,
    opinions: detail.opinions,
    edits: detail.edits,
    decisions: await client.review.history({ id }, { signal }),
  }
}

async function offeredValues(client: Client, values: Detail['row']['values'], signal: AbortSignal): Promise<Record<string, Json>> {
  const measures = await client.measure.list(undefined, { signal })
  const internal = new Set(measures.filter(({ isInternal }) => isInternal).map(({ id }) => id))
  return Object.fromEntries(Object.entries(values).filter(([id]) => !internal.has(id)))
}

async function wholeMessage(client: Client, id: string, view: MessageView, signal: AbortSignal): Promise<WholeMessage> {
  const { content, reasoning, calls, ...rest } = view
  const at = { id, message: view.index }
  const whole = (cut: { text: string; size: number }, place: Omit<TextPlace, 'id' | 'message'>): Promise<string> =>
    wholeText(client, cut, { ...at, ...place }, signal)
  return {
    ...rest,
    content: await whole(content, { field: 'content' }),
    reasoning: reasoning && (await whole(reasoning, { field: 'reasoning' })),
    calls: await Promise.all(
      calls.map(async ({ id: callId, name, protocol, argumentsText, isTest, resultIndex }, call) => ({
        id: callId,
        name,
        protocol,
        arguments: await whole(argumentsText, { field: 'arguments', call }),
        is_test: isTest,
        result_index: resultIndex,
      })),
    ),
  }
}

interface TextPlace {
  id: string
  message: number
  field: 'content' | 'reasoning' | 'arguments'
  call?: number
}

async function wholeText(client: Client, cut: { text: string; size: number }, place: TextPlace, signal: AbortSignal): Promise<string> {
  return joinPieces((offset) => client.example.text({ ...place, offset, limit: PIECE }, { signal }), cut)
}

/** Asks for piece after piece until the text is whole. */
export async function joinPieces(
  pieceAt: (offset: number) => Promise<{ text: string; size: number }>,
  first?: { text: string; size: number },
): Promise<string> {
  let { text, size } = first ?? (await pieceAt(0))
  while (text.length < size) {
    const piece = await pieceAt(text.length)
    if (piece.text === '') return text
    text += piece.text
    size = piece.size
  }
  return text
}

async function wholePatch(client: Client, id: string, which: 'model' | 'reference', signal: AbortSignal): Promise<WholePatch> {
  const { additions, deletions, files, problems } = await client.example.patch({ id, which }, { signal })
  const text = await joinPieces((offset) => client.example.patchText({ id, which, offset, limit: PIECE }, { signal }))
  const whole: PatchFile[] = []
  for (const file of files.keys()) whole.push(await client.example.patchFile({ id, which, file }, { signal }))
  return { text, additions, deletions, files: whole, problems }
}
