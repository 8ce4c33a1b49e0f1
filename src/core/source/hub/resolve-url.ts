/** A file at a commit, on the Hub at `url`. */
export interface FileAtCommit {
  url: string
  repo: string
  revision: string
  path: string
}

/** Where the Hub gives a file, or sends on to who has it. */
export function resolveUrl({ url, repo, revision, path }: FileAtCommit): string {
  return `${url}/datasets/${repo}/resolve/${encodeURIComponent(revision)}/${encodePath(path)}`
}

/** A path inside a repository as part of an address: slashes stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
