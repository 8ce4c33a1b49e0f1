/** A recipe being edited, with the way back. Texts of before are whole: a recipe is small, and no edit is then hard to undo. */
export interface DraftHistory {
  /** Null while the recipe in force is untouched. */
  text: string | null
  /** Texts before this one, the newest last. */
  past: readonly string[]
  /** Texts taken back, the next to come first. */
  future: readonly string[]
  /** What the last edit was about: "step 2 max". Edits about the same in a row are one. */
  about: string | null
}

/** Nothing edited yet. */
export const UNTOUCHED: DraftHistory = { text: null, past: [], future: [], about: null }

/** More steps back than anybody takes. */
const KEPT = 200

/** One more edit. `about` null stands for itself; edits about the same thing in a row are taken back together. */
export function edited(now: DraftHistory, inForce: string, text: string, about: string | null = null): DraftHistory {
  const before = now.text ?? inForce
  if (text === before) return now
  const isMore = about !== null && about === now.about
  return { text: unlessInForce(text, inForce), past: isMore ? now.past : [...now.past, before].slice(-KEPT), future: [], about }
}

/** The text before the last edit; the same where there is none. */
export function undone(now: DraftHistory, inForce: string): DraftHistory {
  const text = now.past.at(-1)
  if (text === undefined) return now
  return { text: unlessInForce(text, inForce), past: now.past.slice(0, -1), future: [now.text ?? inForce, ...now.future], about: null }
}

/** The text before the last {@link undone}. */
export function redone(now: DraftHistory, inForce: string): DraftHistory {
  const [text, ...future] = now.future
  if (text === undefined) return now
  return { text: unlessInForce(text, inForce), past: [...now.past, now.text ?? inForce], future, about: null }
}

/** A draft has come into force: the way back stays, and leads to drafts over it. */
export function applied(now: DraftHistory, inForce: string): DraftHistory {
  return { ...now, text: now.text === null ? null : unlessInForce(now.text, inForce), about: null }
}

function unlessInForce(text: string, inForce: string): string | null {
  return text === inForce ? null : text
}
