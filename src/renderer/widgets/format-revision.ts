/** The first seven digits of a commit or of a local folder's fingerprint; other revisions (a branch, a tag) as they are. */
export function formatRevision(revision: string): string {
  return revision.replace(/^(local-)?([0-9a-f]{7})[0-9a-f]{9,}$/, '$1$2')
}
