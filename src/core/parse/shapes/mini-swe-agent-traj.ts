import { at, objectField, omit, textField } from '../json-fields.ts'
import { patchIn } from '../read-metadata.ts'
import { has, hasAny, instanceOfFile, readCommon, type ShapeReader } from './reading.ts'

/** mini-swe-agent's own `.traj.json`: `info` beside `messages`. */
export const miniSweAgentTraj: ShapeReader = {
  shape: 'mini-swe-agent-traj',
  matches: (row) => {
    const info = objectField(row.info)
    return has(row, 'messages') && (has(row, 'trajectory_format') || (info !== null && hasAny(info, 'submission', 'exit_status')))
  },
  read: (row, ref) => {
    const common = readCommon(row, 'messages', ['info'])
    const info = objectField(row.info) ?? {}
    const model = textField(at(info, 'config', 'model', 'model_name')) ?? textField(at(info, 'config', 'model_name'))
    return {
      ...common,
      instanceId: common.instanceId ?? instanceOfFile(ref, /\.traj\.json(\.gz)?$/i),
      harness: 'minisweagent',
      model,
      teacherModel: model,
      label: row.resolved ?? info.resolved,
      patch: patchIn(info.submission),
      metadata: { ...common.metadata, ...omit(info, ['submission']) },
    }
  },
}
