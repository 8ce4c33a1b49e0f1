import type { Attempt } from './attempt.ts'

/** Commands after which HEAD is elsewhere, when they name a revision that is not behind it. */
const MOVING = new Set([
  'checkout',
  'switch',
  'reset',
  'pull',
  'merge',
  'rebase',
  'cherry-pick',
  'revert',
  'bisect',
  'update-ref',
  'symbolic-ref',
])

/** How git says that it did not go where it was told. */
const REFUSED =
  /(?:^|"|\\n)(?:fatal|error): (?:pathspec '|invalid reference|reference is not a tree|ambiguous argument '|Could not (?:resolve|read)|unable to access|couldn't find remote|bad revision|Your local changes|The following untracked|'[^'\n]{1,100}' does not appear|not something we can merge)|not something we can merge/m

/**
 * True when flagged commands behind one output took HEAD along: from then on what it shows may lie behind the base. `git checkout v2 PATH` only takes
 * files; a command that git refused moved nothing.
 */
export function movesHead(attempts: readonly Attempt[], output: string): boolean {
  return attempts.some(isMoving) && !REFUSED.test(output.slice(0, 5000))
}

function isMoving({ tier, verb, command }: Attempt): boolean {
  if (tier === 'safe' || tier === 'unknown' || !MOVING.has(verb)) return false
  const words = command.split(' ')
  const operands = words.slice(words.indexOf(verb) + 1).filter((word) => !word.startsWith('-'))
  return verb !== 'checkout' || (!command.includes(' -- ') && (operands.length === 1 || /(?:^| )-[bB] /.test(command)))
}
