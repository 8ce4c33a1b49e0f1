import { detour, type Proposal } from './proposal.ts'
import type { Turn, TurnCall } from './run-turns.ts'

/** An edit of the editor's history of one file. */
interface Made {
  turn: number
  before: string
  after: string
  /** The earlier edit this one took back. */
  takes: Made | null
  /** A later edit took it back. */
  isGone: boolean
}

/**
 * Edits a later call took back: by the editor's undo (the newest edit of that file), or by a replacement of B by A after one of A by B. Both turns go,
 * where neither does anything else. An undo of such a replacement gives the earlier edit back.
 */
export function takenBackEdits(turns: readonly Turn[]): Proposal[] {
  const histories = new Map<string, Made[]>()
  const proposals = new Map<Made, Proposal>()
  for (const { index, calls } of turns) {
    for (const { call, isFailed } of calls) {
      if (isFailed || call.act.kind !== 'edit') continue
      const { path } = call.act
      // What an undo after a turn that does more takes back is not told apart.
      if (calls.length > 1) histories.delete(path)
      else follow(histories, proposals, index, call.act)
    }
  }
  return [...proposals.values()]
}

type EditAct = Extract<TurnCall['call']['act'], { kind: 'edit' }>

function follow(histories: Map<string, Made[]>, proposals: Map<Made, Proposal>, turn: number, { path, change }: EditAct): void {
  const history = histories.get(path) ?? []
  histories.set(path, history)
  if (change.kind === 'undo') {
    const newest = history.pop()
    if (!newest) return
    if (newest.takes) newest.takes.isGone = false
    proposals.set(newest, takenBack(newest, turn))
    return
  }
  const takes = change.kind === 'replace' ? reversed(history, change.before, change.after) : null
  // A creation and an insertion can only be undone.
  const { before, after } = change.kind === 'replace' ? change : { before: '', after: '' }
  const made = { turn, before, after, takes, isGone: false }
  history.push(made)
  if (!takes) return
  takes.isGone = true
  proposals.set(made, takenBack(takes, turn))
}

/** The newest edit that a replacement of these texts takes back; a replacement that took one back itself is only undone. */
function reversed(history: readonly Made[], before: string, after: string): Made | null {
  if (after === '') return null
  return history.findLast((one) => !one.isGone && one.takes === null && one.before === after && one.after === before) ?? null
}

function takenBack({ turn }: Made, by: number): Proposal {
  return detour(`The edit of message ${turn} is taken back in message ${by}.`, turn, by)
}
