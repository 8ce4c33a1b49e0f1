/**
 * The review room: what people said, as an append-only chain of entries, and what follows from it.
 *
 * *entry* one line of the ledger · *chain* entries joined by hashes · *standing* an example's human state, projected from its entries ·
 * *taken back* an entry that a standing `undo` names · *outcome* `decision ?? verdict` · *opinion* one reviewer's standing answer · *disputed* opinions
 * differ · *settles* an answer given knowing others', which count no more · *batch* entries made in one go · *origin* the entry in the ledger it was made in
 */
export { agreementOf } from './agreement.ts'
export { appendAll, appendTo, type Clock, follow, GENESIS_HASH, headOf, type LedgerDraft, type LedgerHead } from './append-to.ts'
export { byExample } from './by-example.ts'
export { type ChainCheck, type ChainProblem, ChainWalk, checkChain, checkLines } from './check-chain.ts'
export { inOrder, originOf } from './in-order.ts'
export { type LedgerLine, readLine } from './ledger-line.ts'
export { mergeLedgers, readOther } from './merge.ts'
export { draftUndo, nextRedo, nextUndo } from './next-undo.ts'
export { outcomeOf } from './outcome-of.ts'
export { editsAbout, editsByExample, isEdit } from './project-edits.ts'
export { projectInTurns, projectStandings } from './project-standings.ts'
export { type Judgment, judgmentsOf } from './queues/judgments-of.ts'
export { freshOf, lookAt } from './queues/look-at.ts'
export { decisionsAnHour, NO_PACE, type Pace, paceAfter } from './queues/pace.ts'
export { type QueueView, updateView, viewOf } from './queues/queue-view.ts'
export { waysOn } from './queues/ways-on.ts'
export { REASONS, type ReviewReason } from './reasons.ts'
export { alignRuns, firstDivergence } from './siblings/align-runs.ts'
export { inPreference, suggestBest } from './siblings/best-of.ts'
export { callKeys } from './siblings/call-keys.ts'
export { type LedgerPair, projectPairs } from './siblings/project-pairs.ts'
export { settling } from './standing-answers.ts'
export { applyEdits, type EditedExample, isWrittenInContent } from './steps/apply-edits.ts'
export { checkChanges } from './steps/check-changes.ts'
export { findOccurrences } from './steps/find-occurrences.ts'
export { madeRedactions } from './steps/made-redactions.ts'
export { PROPOSAL_KINDS, type Proposal, type ProposalKind } from './steps/proposals/proposal.ts'
export { proposeMasks } from './steps/proposals/propose-masks.ts'
export { redactionsAfter, type StepChange, valueOfChange } from './steps/step-change.ts'
