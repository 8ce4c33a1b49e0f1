/** The task an instance id names. */
export interface Task {
  /** `owner/name`, lower case: GitHub's names do not differ by case alone. */
  repo: string
  /** The pull request that solved it; null where the id does not name one. */
  number: number | null
}

/**
 * Reads an instance id; null when it is of no known form and the row has no repository. The row's repository decides where its owner ends, for in
 * `owner_some_name_pr233` the id alone does not tell; without one the owner is what stands before the first underscore, as GitHub's user names
 * have none.
 *
 * docs/duplicates.md has the forms with their sources.
 */
export function taskOf(instanceId: string | null, repo: string | null = null): Task | null {
  const known = repo === null ? null : repoIn(repo)
  const id = (instanceId ?? '').trim().toLowerCase()
  if (id === '' || id.length > LONGEST_ID) return known === null ? null : { repo: known, number: null }
  return (known === null ? null : taskWithin(id, known)) ?? taskAlone(id) ?? (known === null ? null : { repo: known, number: null })
}

/** `owner/name#123`, lower case; null where the number is not known. */
export function taskKeyOf(instanceId: string | null, repo: string | null = null): string | null {
  const task = taskOf(instanceId, repo)
  return task === null || task.number === null ? null : `${task.repo}#${task.number}`
}

/** Longer ids name nothing; those of SWE-bench Pro have about 120 characters. */
const LONGEST_ID = 300

const OWNER = '[a-z0-9][a-z0-9-]{0,38}'
const NAME = '[a-z0-9_.-]{1,100}'
const NUMBER = '([1-9][0-9]{0,8})'

const REPO = new RegExp(`^(${OWNER}(?:_[a-z0-9]{1,20})?)/(${NAME}?)(?:\\.git)?/?$`)

/** What may stand between the repository and the number. */
const BEHIND_REPO = new RegExp(`^(?:[-#]|[_.:-]{1,2}pr[-_]?|/pull/|\\.[0-9a-f]{7,40}\\.pr_)${NUMBER}(?:/files|/commits)?/?$`)

/** Forms that tell owner and name by themselves; the third group, if there is one, is the number. */
const FORMS: readonly RegExp[] = [
  new RegExp(`^(?:https?://(?:www\\.)?github\\.com/)?(${OWNER})/(${NAME}?)(?:#|/pull/|:pr-)${NUMBER}(?:/files|/commits)?/?$`),
  new RegExp(`^(${OWNER})__(${NAME})-${NUMBER}$`),
  new RegExp(`^(${OWNER})__(${NAME}?)\\.[0-9a-f]{7,40}\\.pr_${NUMBER}$`),
  new RegExp(`^(${OWNER})__(${NAME}?)\\.[0-9a-f]{7,40}\\.[a-z0-9_]{1,80}$`),
  new RegExp(`^(${OWNER})_(${NAME})_pr${NUMBER}$`),
  new RegExp(`^instance_(${OWNER})__(${NAME}?)-[0-9a-f]{40}(?:-v[0-9a-z]{1,60})?$`),
]

function repoIn(repo: string): string | null {
  const found = REPO.exec(repo.trim().toLowerCase().slice(0, LONGEST_ID))
  return found ? `${found[1]}/${found[2]}` : null
}

/** The id as the row's repository, somehow joined, with something behind it. */
function taskWithin(id: string, repo: string): Task | null {
  const starts = [repo, repo.replace('/', '__'), repo.replace('/', '_'), `https://github.com/${repo}`]
  for (const start of starts) {
    const found = id.startsWith(start) ? BEHIND_REPO.exec(id.slice(start.length)) : null
    if (found) return { repo, number: Number(found[1]) }
  }
  return null
}

function taskAlone(id: string): Task | null {
  for (const form of FORMS) {
    const found = form.exec(id)
    if (found) return { repo: `${found[1]}/${found[2]}`, number: found[3] === undefined ? null : Number(found[3]) }
  }
  return null
}
