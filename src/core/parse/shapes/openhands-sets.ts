import { at, textField, without } from '../json-fields.ts'
import { patchIn } from '../read-metadata.ts'
import { has, hasAny, readCommon, type ShapeReader } from './reading.ts'

/** nebius/SWE-rebench-openhands-trajectories: tool turns have name and id. */
export const sweRebenchOpenhands: ShapeReader = {
  shape: 'swe-rebench-openhands',
  matches: (row) => has(row, 'trajectory', 'model_patch', 'exit_status'),
  read: (row) => ({ ...readCommon(row, 'trajectory', ['model']), harness: 'openhands', model: textField(row.model) }),
}

/** nvidia/SWE-Zero- and SWE-Hero-openhands-trajectories: no label. */
export const sweZero: ShapeReader = {
  shape: 'swe-zero',
  matches: (row) => has(row, 'trajectory', 'model_patch', 'dataset'),
  read: (row) => ({ ...readCommon(row, 'trajectory'), harness: 'openhands' }),
}

/** SWE-Gym/OpenHands-Sampled-Trajectories: the patch lies in `test_result`, which stays in `extra` without it. */
export const sweGymOpenhands: ShapeReader = {
  shape: 'swe-gym-openhands',
  matches: (row) => has(row, 'messages') && hasAny(row, 'test_result', 'run_id'),
  read: (row) => {
    const common = readCommon(row, 'messages')
    const patch = patchIn(at(row, 'test_result', 'git_patch'))
    return { ...common, harness: 'openhands', patch, extra: without(common.extra, 'test_result', 'git_patch') }
  },
}

/** togethercomputer/CoderForge-Preview: messages and tools as JSON texts, a reward instead of a label. */
export const coderforge: ShapeReader = {
  shape: 'coderforge',
  matches: (row) => has(row, 'messages', 'reward'),
  read: (row) => ({
    ...readCommon(row, 'messages', ['reward', 'patch', 'model']),
    harness: 'openhands',
    model: textField(row.model),
    label: row.reward,
    patch: patchIn(row.patch) ?? patchIn(row.model_patch),
  }),
}
