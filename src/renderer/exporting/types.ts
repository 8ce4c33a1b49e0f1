import type { Answers } from '../api/api.ts'
import type { ExportInput } from '../state/work-store.ts'

/** A target as the host describes it. */
export type Target = Answers['export']['targets'][number]

/** What would leave, as the contract counts it. */
export type ExportPreview = Answers['export']['preview']

/** Everything that decides an export, whole. */
export type Plan = Required<Omit<ExportInput, 'out' | 'expected'>>

/** A chat template taken into the workspace. */
export type Template = Answers['trainer']['templates'][number]
