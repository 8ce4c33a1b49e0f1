/**
 * What stands for an id in the table `moved`: half of all rows may be in it, and their ids alone took more memory than DuckDB is given. That two of a million
 * share 64 bits happens once in tens of millions of drafts, and shows a row too many.
 */
export function movedKey(id: string): string {
  return `hash(${id})`
}
