import { os } from './base.ts'
import { openExample } from './bodies/open-example.ts'
import type { ReadExample } from './cached-examples.ts'
import { pieceOf } from './cut-text.ts'
import { type Desk, seatAt } from './desk.ts'
import { exampleDetailOf, textAt } from './example-detail.ts'
import { fileAtOf, filesOf } from './files-at.ts'
import { findInTrace } from './find-in-trace.ts'
import { findingsOf } from './findings.ts'
import { patchMatchOf } from './patch-match.ts'
import { patchFileOf, patchSummaryOf, patchTextOf } from './patch-view.ts'
import { queryOf } from './query-of.ts'

/** Measures the sidebar draws as histograms. */
const HISTOGRAMS = ['traj_tokens', 'n_messages', 'diff_churn', 'diff_files']

/** Indented once an example: a page asks for a long row piece by piece. */
const rawTexts = new WeakMap<ReadExample, string>()

function rawTextOf(read: ReadExample): string {
  const text = rawTexts.get(read) ?? JSON.stringify(JSON.parse(read.body), null, 2)
  rawTexts.set(read, text)
  return text
}

/** The calls about examples. */
export function exampleCalls(desk: Desk) {
  const read = (id: string, signal?: AbortSignal) => openExample(seatAt(desk), id, signal)
  const exampleOf = async (id: string, signal?: AbortSignal) => (await read(id, signal)).example
  const questions = (signal: AbortSignal | undefined) => desk.session.workspace.analysis.until(signal)
  return {
    page: os.example.page.handler(({ input, signal }) =>
      questions(signal).page(queryOf(input.selection), input.sort, input.offset, input.limit),
    ),
    facets: os.example.facets.handler(({ input, signal }) => questions(signal).facets(queryOf(input.selection), HISTOGRAMS)),
    get: os.example.get.handler(({ input, signal }) => exampleDetailOf(seatAt(desk), input.id, signal)),
    text: os.example.text.handler(async ({ input, signal }) =>
      pieceOf(textAt(await exampleOf(input.id, signal), input), input.offset, input.limit),
    ),
    raw: os.example.raw.handler(async ({ input, signal }) => pieceOf(rawTextOf(await read(input.id, signal)), input.offset, input.limit)),
    patch: os.example.patch.handler(async ({ input, signal }) => patchSummaryOf(await exampleOf(input.id, signal), input.which)),
    patchFile: os.example.patchFile.handler(async ({ input, signal }) =>
      patchFileOf(await exampleOf(input.id, signal), input.which, input.file),
    ),
    patchText: os.example.patchText.handler(async ({ input, signal }) =>
      pieceOf(patchTextOf(await exampleOf(input.id, signal), input.which), input.offset, input.limit),
    ),
    find: os.example.find.handler(async ({ input, signal }) => findInTrace(await exampleOf(input.id, signal), input, signal)),
    findings: os.example.findings.handler(({ input, signal }) => findingsOf(seatAt(desk), input.id, signal)),
    files: os.example.files.handler(async ({ input, signal }) => filesOf(await exampleOf(input.id, signal))),
    fileAt: os.example.fileAt.handler(async ({ input, signal }) => fileAtOf(await exampleOf(input.id, signal), input)),
    patchMatch: os.example.patchMatch.handler(async ({ input, signal }) => patchMatchOf(await exampleOf(input.id, signal))),
    neighbours: os.example.neighbours.handler(({ input, signal }) =>
      questions(signal).neighbours(input.id, queryOf(input.selection), input.sort),
    ),
  }
}
