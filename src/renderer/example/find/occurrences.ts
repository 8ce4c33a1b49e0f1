/** Offsets of a text in another, ignoring case as the host's find does; at most `limit`. */
export function occurrences(text: string, query: string, limit: number): number[] {
  const needle = query.toLowerCase()
  const haystack = text.toLowerCase()
  if (needle === '' || haystack.length !== text.length) return []
  const found: number[] = []
  for (let at = haystack.indexOf(needle); at !== -1 && found.length < limit; at = haystack.indexOf(needle, at + needle.length))
    found.push(at)
  return found
}
