import { detour, type Proposal } from './proposal.ts'
import type { Turn, TurnCall } from './run-turns.ts'

/** An edit that stands. */
interface Standing {
  turn: number
  before: string
  after: string
}

/**
 * Edits a later call took back: by the editor's undo (the newest edit of that file), or by a replacement of B by A after one of A by B. Both turns go,
 * where neither does anything else.
 */
export function takenBackEdits(turns: readonly Turn[]): Proposal[] {
  const standing = new Map<string, Standing[]>()
  const proposals: Proposal[] = []
  for (const turn of turns) {
    const [one] = turn.calls
    if (!one || turn.calls.length > 1 || one.isFailed || one.call.act.kind !== 'edit') continue
    const { path } = one.call.act
    const edits = standing.get(path) ?? []
    const back = indexTakenBack(edits, one)
    const [gone] = back === -1 ? [] : edits.splice(back, 1)
    if (gone) proposals.push(detour(`The edit of message ${gone.turn} is taken back in message ${turn.index}.`, gone.turn, turn.index))
    else edits.push({ turn: turn.index, ...textsOf(one) })
    standing.set(path, edits)
  }
  return proposals
}

function indexTakenBack(edits: readonly Standing[], { call: { act } }: TurnCall): number {
  if (act.kind !== 'edit') return -1
  if (act.change.kind === 'undo') return edits.length - 1
  if (act.change.kind !== 'replace' || act.change.after === '') return -1
  const { before, after } = act.change
  return edits.findLastIndex((edit) => edit.before === after && edit.after === before)
}

/** A creation and an insertion can only be undone. */
function textsOf({ call: { act } }: TurnCall): Pick<Standing, 'before' | 'after'> {
  const isReplace = act.kind === 'edit' && act.change.kind === 'replace'
  return isReplace && act.change.kind === 'replace' ? { before: act.change.before, after: act.change.after } : { before: '', after: '' }
}
