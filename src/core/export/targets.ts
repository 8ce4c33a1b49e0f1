import { fault, TARGET_IDS } from '#record'
import { FORMATS } from './formats.ts'
import type { TargetFormat } from './targets/target-format.ts'
import type { ExportTargetInfo } from './types.ts'

/** Every target there is, in the order the screens offer them. */
export const EXPORT_TARGETS: readonly ExportTargetInfo[] = FORMATS.map(({ info }) => info).toSorted(
  (a, b) => TARGET_IDS.indexOf(a.id) - TARGET_IDS.indexOf(b.id),
)

/** The target of this id. @throws FaultError `bad-input` naming those there are */
export function targetOf(id: string): TargetFormat {
  const target = FORMATS.find(({ info }) => info.id === id)
  if (target) return target
  const ids = EXPORT_TARGETS.map((info) => info.id).join(', ')
  throw fault('bad-input', `There is no export target "${id}"; the targets are ${ids}.`, { culprit: id, remedy: `Use one of ${ids}.` })
}
