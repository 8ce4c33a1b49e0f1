/** True for what can only be a commit: the whole of its hash or the first seven digits at least. */
export function namesCommit(revision: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(revision)
}
