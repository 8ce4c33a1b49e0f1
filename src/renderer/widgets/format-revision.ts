/** The first seven digits of a commit; other revisions (a branch, a tag) as they are. */
export function formatRevision(revision: string): string {
  return /^[0-9a-f]{20,}$/.test(revision) ? revision.slice(0, 7) : revision
}
