/** The row that was under the cursor, and in what. */
export interface Seen {
  /** Selection and order. */
  shown: readonly unknown[]
  index: number
  id: string
}

/** What is in view now. */
interface Now {
  shown: readonly unknown[]
  /** Where the cursor is. */
  index: number
  /** Ids are undefined while their row is on its way. */
  inView: readonly { index: number; id: string | undefined }[]
}

/**
 * What is under the cursor now, and where the row that was there went, in the same selection and order with the cursor left alone.
 * Null when it is still there or no longer in view: then the cursor stays and another row is under it.
 */
export function seeRow(before: Seen | null, { shown, index, inView }: Now): { seen: Seen | null; movedTo: number | null } {
  const id = inView.find((one) => one.index === index)?.id
  if (id === undefined) return { seen: before, movedTo: null }
  const isSamePlace = before?.index === index && shown.every((one, i) => one === before.shown[i])
  const movedTo = isSamePlace && before.id !== id ? inView.find((one) => one.id === before.id)?.index : undefined
  return movedTo === undefined
    ? { seen: { shown, index, id }, movedTo: null }
    : { seen: { shown, index: movedTo, id: before?.id ?? id }, movedTo }
}
