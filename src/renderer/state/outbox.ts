import { create } from 'zustand'

/** Something a person said that the host has to hear. */
export interface Said {
  /** Null of what is about no example by itself, such as an undo. */
  exampleId: string | null
  /** How the person knows the example. */
  name: string
  kind: 'accept' | 'reject' | 'clear' | 'note' | 'tag' | 'flag' | 'skip' | 'undo' | 'redo'
  reason: string | null
  note: string | null
  reviewer: string
  /** The queue it was said in, to come back to. */
  queue: string | null
}

/** What is on its way, and what could not be saved: both in the order it was said. */
interface Outbox {
  waiting: readonly Said[]
  unsaved: readonly Said[]
}

/** The page's one outbox. It outlives the screens: whoever decides and leaves has still decided. */
export const useOutbox = create<Outbox>(() => ({ waiting: [], unsaved: [] }))

let last: Promise<unknown> = Promise.resolve()

/**
 * Sends once everything said before has been answered, so that the ledger has the order of the keys, whatever each call takes. A failure holds up
 * nothing behind it: it stays in `unsaved` until the same is said anew.
 */
export function sendInOrder<Answer>(said: Said, send: () => Promise<Answer>): Promise<Answer> {
  useOutbox.setState(({ waiting, unsaved }) => ({ waiting: [...waiting, said], unsaved: unsaved.filter((one) => !isAnswered(one, said)) }))
  const mine = last.then(send)
  const end = (failed: readonly Said[]) =>
    useOutbox.setState(({ waiting, unsaved }) => ({ waiting: waiting.filter((one) => one !== said), unsaved: [...unsaved, ...failed] }))
  last = mine.then(
    () => end([]),
    () => end(isKept(said) ? [said] : []),
  )
  return mine
}

/** Comes true once everything said so far has been answered. */
export async function allHeard(): Promise<void> {
  await last
}

/** Takes a failure off the list: the person has seen that it stands, or what became of it. */
export function forgetUnsaved(exampleId: string): void {
  useOutbox.setState(({ unsaved }) => ({ unsaved: unsaved.filter((one) => one.exampleId !== exampleId) }))
}

/** What was said last of an example and not yet answered: the screen shows it as said. */
export function decisionOnItsWay(waiting: readonly Said[], exampleId: string): Said | undefined {
  return waiting.findLast((one) => one.exampleId === exampleId && isDecision(one))
}

function isDecision({ kind }: Said): boolean {
  return kind === 'accept' || kind === 'reject' || kind === 'clear'
}

/** A failed skip or undo changed nothing that was meant to last; a failed answer or note is work. */
function isKept(said: Said): boolean {
  return isDecision(said) || said.kind === 'note' || said.kind === 'tag' || said.kind === 'flag'
}

function isAnswered(before: Said, now: Said): boolean {
  return before.exampleId === now.exampleId && (before.kind === now.kind || (isDecision(before) && isDecision(now)))
}
