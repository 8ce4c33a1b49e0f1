import type { LedgerEntry } from '#record'
import { nextRedo, nextUndo, projectStandings } from '#review'

/** One thing the child does, told before it is asked for. */
export type Act =
  | { kind: 'decide'; id: string; as: 'accept' | 'reject' | 'clear'; isBlind: boolean; reviewer: string }
  | { kind: 'bulk'; text: string; ids: string[]; as: 'accept' | 'reject'; note: string; reviewer: string }
  | { kind: 'undo' | 'redo'; reviewer: string }
  | { kind: 'tag'; ids: string[]; tag: string; reviewer: string }
  | { kind: 'flag'; id: string; isFlagged: boolean; reviewer: string }
  | { kind: 'mask'; id: string; message: number; reviewer: string }

/** What an entry must be, as far as the act says it. */
export type Expected = Pick<LedgerEntry, 'kind' | 'exampleId' | 'undoes' | 'reviewer'> & { value?: string | undefined }

/** Runs in the workspace. */
export const NAMES = Array.from({ length: 200 }, (_, n) => `run-${String(n).padStart(3, '0')}`)

/** Assistant messages of each: those that can be masked. */
const TURNS = [1, 3, 5]

const REVIEWERS = ['ana', 'ben', 'cyd']

/** Draws the next act; `name` tells it from all others. */
export function drawAct(random: () => number, name: string): Act {
  const one = <T>(values: readonly [T, ...T[]] | readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const reviewer = one(REVIEWERS)
  const id = one(NAMES)
  const chance = random()
  if (chance < 0.5) return { kind: 'decide', id, as: one(['accept', 'reject', 'clear'] as const), isBlind: random() < 0.2, reviewer }
  if (chance < 0.62) return { kind: 'undo', reviewer }
  if (chance < 0.7) return { kind: 'redo', reviewer }
  if (chance < 0.78) return { kind: 'tag', ids: [...new Set([id, one(NAMES), one(NAMES)])], tag: name, reviewer }
  if (chance < 0.84) return { kind: 'flag', id, isFlagged: random() < 0.5, reviewer }
  if (chance < 0.92) return { kind: 'mask', id, message: one(TURNS), reviewer }
  const text = one(['run-', 'run-0', 'run-1', 'run-12'])
  const ids = NAMES.filter((candidate) => candidate.includes(text))
  return { kind: 'bulk', text, ids, as: one(['accept', 'reject'] as const), note: name, reviewer }
}

/** The entries an act appends to this ledger, all of them or none. */
export function entriesOf(act: Act, ledger: readonly LedgerEntry[]): Expected[] {
  const { reviewer } = act
  const about = (kind: Expected['kind'], exampleId: string, value?: string): Expected => ({
    kind,
    exampleId,
    undoes: null,
    reviewer,
    value,
  })
  // Whom an answer overrules is told from the ledger at the moment it is written: the mirror is held against it.
  const answer = (kind: Expected['kind'], exampleId: string): Expected => ({ kind, exampleId, undoes: null, reviewer })
  const standingOf = (id: string) => projectStandings(ledger.filter(({ exampleId }) => exampleId === id)).get(id)
  switch (act.kind) {
    case 'decide':
      return [answer(act.as, act.id)]
    case 'bulk':
      return act.ids.map((id) => answer(act.as, id))
    case 'undo':
      return nextUndo(ledger, reviewer).map(({ exampleId, seq }) => ({ ...about('undo', exampleId), undoes: seq }))
    case 'redo':
      return nextRedo(ledger, reviewer).map(({ exampleId, seq }) => ({ ...about('undo', exampleId), undoes: seq }))
    case 'tag':
      return act.ids.map((id) => about('tag', id, act.tag))
    case 'flag':
      return (standingOf(act.id)?.isFlagged ?? false) === act.isFlagged ? [] : [about(act.isFlagged ? 'flag' : 'unflag', act.id)]
    case 'mask':
      return standingOf(act.id)?.edits.masked.includes(act.message) ? [] : [about('mask', act.id, JSON.stringify([act.message]))]
  }
}
