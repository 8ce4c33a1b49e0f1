import { fault } from '#record'
import type { ExportTarget } from './targets/target.ts'
import { tutorial } from './targets/tutorial.ts'
import type { ExportTargetInfo } from './types.ts'

const TARGETS: readonly ExportTarget[] = [tutorial]

/** Every target there is, in the order the screens offer them. */
export const EXPORT_TARGETS: readonly ExportTargetInfo[] = TARGETS.map(({ info }) => info)

/** The target of this id. @throws FaultError `bad-input` naming those there are */
export function targetOf(id: string): ExportTarget {
  const target = TARGETS.find(({ info }) => info.id === id)
  if (target) return target
  const ids = EXPORT_TARGETS.map((info) => info.id).join(', ')
  throw fault('bad-input', `There is no export target "${id}"; the targets are ${ids}.`, { culprit: id, remedy: `Use one of ${ids}.` })
}
