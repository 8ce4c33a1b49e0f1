import type { z } from 'zod'
import type * as s from '#contract'
import { callFactsOf } from '#measure'
import { type FileHistory, type FileState, fileHistory, isWhole } from '#parse'
import { type Example, fault } from '#record'
import { pieceOf } from './cut-text.ts'
import { fileTextOf } from './file-text.ts'

type FileAt = z.infer<typeof s.fileAt>

/** Files listed at most. */
const FILE_LIMIT = 5_000
/** Lines told as changed at most: a file of a million lines made in one step is new as a whole. */
const LINE_LIMIT = 20_000

/** Followed once an example: the screen asks file by file and step by step. */
const followed = new WeakMap<Example, FileHistory>()

function historyOf(example: Example): FileHistory {
  const history = followed.get(example) ?? fileHistory(example, callFactsOf(example))
  followed.set(example, history)
  return history
}

/** Files the run touched, in the order it touched them. */
export function filesOf(example: Example): z.infer<typeof s.touchedFile>[] {
  return historyOf(example).files.slice(0, FILE_LIMIT)
}

/**
 * A file as it stood after a step.
 * @throws Fault `not-found` for a file the run never touched
 */
export function fileAtOf(example: Example, { path, step, offset, limit }: Omit<z.infer<typeof s.fileAtInput>, 'id'>): FileAt {
  const history = historyOf(example)
  const file = history.files.find((one) => one.path === path)
  if (!file)
    throw fault('not-found', `The run of example ${example.id} touches no file ${path}.`, {
      culprit: path,
      remedy: 'Ask for its files first.',
    })
  const state = history.stateAt(path, step)
  const { text, gaps, changed } = fileTextOf(file.editSteps.includes(step) ? history.stateAt(path, step - 1) : state, state)
  return { path, ...standing(state), piece: pieceOf(text, offset, limit), gaps, changedLines: changed.slice(0, LINE_LIMIT) }
}

function standing(state: FileState): Pick<FileAt, 'state' | 'why'> {
  if (isWhole(state)) return { state: 'whole', why: null }
  if (state.kind === 'absent') return { state: 'absent', why: 'The run makes it later.' }
  return { state: state.kind === 'text' ? 'parts' : 'unknown', why: state.why }
}
