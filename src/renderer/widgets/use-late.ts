import { useEffect, useState } from 'react'

/** False until `isWaiting` has been true for `delay` ms: what is quick never flashes a skeleton. */
export function useLate(isWaiting: boolean, delay = 150): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), delay)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWaiting, delay])
  return isWaiting && isLate
}
