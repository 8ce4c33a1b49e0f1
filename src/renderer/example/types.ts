import type { Answers } from '../api/api.ts'

/** Everything about the open example, as the host answers it. */
export type Detail = Answers['example']['get']
/** One message of it. */
export type MessageView = Detail['messages'][number]
/** One call of a message. */
export type CallView = MessageView['calls'][number]
/** A hit of find-in-trace. */
export type Hit = Answers['example']['find']['hits'][number]
/** The row part of an example: index, measures, verdict and decision. */
export type Row = Detail['row']
/** Why the recipe drops it. */
export type Reason = Row['reasons'][number]
/** A reason code with its key. */
export type ReasonCode = Answers['review']['reasons'][number]
/** Files of a patch. */
export type PatchSummary = Answers['example']['patch']
/** One file of a patch without its lines. */
export type PatchFileSummary = PatchSummary['files'][number]
/** One file with its hunks. */
export type PatchFileDetail = Answers['example']['patchFile']
/** Which diff: the agent's or the gold one. */
export type PatchSide = 'model' | 'reference'
/** What the checks found in the open example. */
export type Findings = Answers['example']['findings']
/** One of them, with its place. */
export type Finding = Findings['findings'][number]
