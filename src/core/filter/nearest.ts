/** `did you mean repo?` where names there are look like one there is not; else null. */
export function didYouMean(name: string, known: readonly string[]): string | null {
  const near = nearest(name, known)
  return near.length === 0 ? null : `did you mean ${near.join(' or ')}?`
}

function nearest(name: string, ids: readonly string[]): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3))
  const wanted = plain(name)
  const scored = ids.map((id) => ({ id, score: plain(id).includes(wanted) && wanted.length > 2 ? 0 : distance(wanted, plain(id)) }))
  return scored
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ id }) => id)
}

function plain(name: string): string {
  return name.slice(0, 64).toLowerCase().replace(/[_.-]/g, '')
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
