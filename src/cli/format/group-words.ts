/** A group in words, "openhands, minimax_m25": '' is an example that has no such value, and no keys are everything. */
export function groupWords(keys: readonly string[]): string {
  return keys.length === 0 ? 'all' : keys.map((key) => key || 'none').join(', ')
}

/** What is missing in a list of groups; nothing when none is. */
export function leftOutWords(groupsLeftOut: number): string[] {
  return groupsLeftOut === 0 ? [] : [`${groupsLeftOut} smaller ${groupsLeftOut === 1 ? 'group' : 'groups'} not shown`]
}
