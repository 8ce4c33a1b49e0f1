import type { Example } from '#record'
import { applyEdit } from './apply-edit.ts'
import { type CallTouch, type FileEvent, fileEvents, type WideEvent } from './file-events.ts'
import { afterSeeing, type FileState, isWhole, wholeText } from './file-state.ts'

/** A file the run touched, with the steps that changed it and those that showed it, ascending. */
export interface TouchedFile {
  path: string
  editSteps: number[]
  viewSteps: number[]
}

/** The files of one run, as they stood while it went on. */
export interface FileHistory {
  /** In the order the run touched them. */
  files: TouchedFile[]
  /** A file after a step; 0 is before the first. */
  stateAt(path: string, step: number): FileState
}

/** Follows what a run did to files. Only what the run shows is known: see {@link FileState}. */
export function fileHistory(example: Example, touches: readonly CallTouch[]): FileHistory {
  const events = fileEvents(example, touches)
  return { files: touchedFiles(events), stateAt: (path, step) => stateAt(events, path, step) }
}

function touchedFiles(events: readonly (FileEvent | WideEvent)[]): TouchedFile[] {
  const files = new Map<string, TouchedFile>()
  for (const { path, kind, step } of events) {
    if (path === null) continue
    const file = files.get(path) ?? { path, editSteps: [], viewSteps: [] }
    files.set(path, file)
    const steps = kind === 'see' ? file.viewSteps : file.editSteps
    if (steps.at(-1) !== step) steps.push(step)
  }
  return [...files.values()]
}

function stateAt(events: readonly (FileEvent | WideEvent)[], path: string, step: number): FileState {
  const own = events.filter((event) => event.path === path || (event.path === null && event.reaches(path)))
  let state = beforeFirst(own)
  const edits: FileState[] = []
  for (const event of own) {
    if (event.step > step) break
    if (event.kind === 'edit' && event.change.kind !== 'undo') edits.push(state)
    const before = event.kind === 'edit' && event.change.kind === 'undo' ? edits.pop() : undefined
    state = afterEvent(state, event, before)
  }
  return state
}

/** An editor makes only files that are not there. */
function beforeFirst([first]: readonly (FileEvent | WideEvent)[]): FileState {
  return first?.kind === 'edit' && first.change.kind === 'create'
    ? { kind: 'absent' }
    : { kind: 'unknown', why: 'The run had not shown it yet.' }
}

function afterEvent(state: FileState, event: FileEvent | WideEvent, before: FileState | undefined): FileState {
  switch (event.kind) {
    case 'edit':
      return applyEdit(state, event.change, event.shown, before)
    case 'see':
      return event.shown ? afterSeeing(state, event.shown) : state
    case 'write':
      return event.isAppended ? appended(state, event.text) : wholeText(event.text)
    case 'lost':
      return { kind: 'unknown', why: event.why }
  }
}

function appended(state: FileState, text: string): FileState {
  if (isWhole(state)) return wholeText([...state.lines, text].join('\n'))
  return { kind: 'unknown', why: 'Text was added to the end of a file that had not been seen whole.' }
}
