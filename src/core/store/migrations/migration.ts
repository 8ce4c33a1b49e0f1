/** One step of the schema. A migration that was released is never edited: a later one corrects it. */
export interface Migration {
  /** From 1 without gaps; the schema's version once it ran. */
  version: number
  sql: string
}
