import type { CodeArgument } from './code-values.ts'
import { UNKNOWN } from './unknown.ts'

/** Libraries that reach git's objects in ways this does not follow. */
export const OTHER_GIT_LIBRARIES: ReadonlySet<string> = new Set(['dulwich', 'pygit2', 'gitdb', 'isomorphic-git', 'nodegit', 'rugged'])

const IMPORTED =
  /(?:\bfrom|(?<![\w.]\s)\bimport)\s{1,9}(?:git|sh|simple-git)\b|\bimport\s{1,9}\w{1,40}\s{0,9},\s{0,9}git\b|simple-git|__import__\(['"]git/

/**
 * The git command behind a call of a library: `repo.git.log('--all')`, `repo.iter_commits(all=True)`, `repo.commit(sha)`, `sh.git('log')`; also
 * behind a property (`given` is null): `repo.tags`. Null for anything else.
 */
export function gitLibraryWords(chain: string, given: readonly CodeArgument[] | null, code: string): string[] | null {
  if (isClone(chain, given)) return ['git', 'clone', ...(given ?? []).flatMap(({ value }) => value)]
  if (!/git|iter_commits|clone_from|repo|tags|refs|remote|head|blame/i.test(chain) || !IMPORTED.test(code)) return null
  if (given === null) return propertyWords(chain)
  const words = given.flatMap(wordsOf)
  const verb = /(?:^|\.)git\.([a-z_]{2,30})$/.exec(chain)?.[1]
  if (verb === 'execute' || /(?:^|\.)Git\.execute$/.test(chain)) return words
  if (verb !== undefined) return ['git', verb.replaceAll('_', '-'), ...words]
  if (/^(?:sh\.)?git$/.test(chain)) return ['git', ...words]
  if (/\.(?:iter_commits)$/.test(chain)) return ['git', 'rev-list', ...words]
  if (/\.clone_from$|\.clone$/.test(chain)) return ['git', 'clone', ...words]
  if (/repo\w*\.(?:commit|rev_parse|tree)$/i.test(chain)) return ['git', 'show', ...words]
  if (/repo\w*\.blame(?:_incremental)?$/i.test(chain)) return ['git', 'blame', ...words]
  if (/(?:^|\.)head\.(?:reference\.)?log$|\.log_entry$/.test(chain)) return ['git', 'reflog']
  const remote = /(?:remotes?|origin)\b.{0,60}\.(fetch|pull)$/.exec(chain)?.[1]
  return remote === undefined ? null : ['git', remote]
}

/** Any library's `clone(url)`: what is called with an address of a repository fetches it. */
function isClone(chain: string, given: readonly CodeArgument[] | null): boolean {
  if (!/\.(?:clone|clone_from|fetch_commit|ls_remote)$/.test(chain)) return false
  return (given ?? []).some(({ value }) => typeof value === 'string' && /^(?:https?|git|ssh):\/\/|^git@/.test(value))
}

/** `all=True` is `--all`, `grep='x'` is `--grep=x`. */
function wordsOf({ name, value }: CodeArgument): string[] {
  if (name === null) return [value].flat()
  const option = name.length === 1 ? `-${name}` : `--${name.replaceAll('_', '-')}`
  if (/^(?:paths|rev)$/.test(name)) return name === 'rev' ? [value].flat() : []
  return typeof value === 'string' && !value.includes(UNKNOWN) ? [`${option}=${value}`] : [option]
}

function propertyWords(chain: string): string[] | null {
  const property = /repo\w{0,40}\.(tags|refs|references|remotes|branches|heads)$/i.exec(chain)?.[1]
  if (property === undefined) return null
  return property === 'tags'
    ? ['git', 'tag', '-l']
    : property === 'heads' || property === 'branches'
      ? ['git', 'branch']
      : ['git', 'show-ref']
}
