import { useState } from 'react'

/**
 * The files of a patch that were ticked as viewed, by their place. `of` names the patch with the hash of the row's bytes: a row that changed is not
 * viewed any more. Kept for as long as the page is open.
 */
export function useViewed(of: string): [ReadonlySet<number>, (viewed: ReadonlySet<number>) => void] {
  const [stored, setStored] = useState({ of, viewed: read(of) })
  const now = stored.of === of ? stored : { of, viewed: read(of) }
  if (now !== stored) setStored(now)
  const keep = (viewed: ReadonlySet<number>) => {
    setStored({ of, viewed })
    sessionStorage.setItem(keyOf(of), JSON.stringify([...viewed]))
  }
  return [now.viewed, keep]
}

function keyOf(of: string): string {
  return `winnow.viewed/${of}`
}

function read(of: string): ReadonlySet<number> {
  const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(of)) ?? '[]')
  return new Set(Array.isArray(stored) ? stored.filter((one): one is number => Number.isInteger(one)) : [])
}
