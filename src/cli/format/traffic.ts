import { formatBytes, formatNumber } from './number.ts'

/** How fetching goes. */
interface Traffic {
  bytesFetched: number
  requests: number
  bytesPerSecond: number
  secondsLeft: number | null
}

/** "12.0 MB in 40 requests, 3.1 MB/s, 2 min left"; empty where nothing was fetched. */
export function trafficWords({ bytesFetched, requests, bytesPerSecond, secondsLeft }: Traffic): string {
  const fetched = `${formatBytes(bytesFetched)} in ${formatNumber(requests)} requests, ${formatBytes(Math.round(bytesPerSecond))}/s`
  return [requests > 0 ? fetched : null, secondsLeft === null ? null : `${durationWords(secondsLeft)} left`].filter(Boolean).join(', ')
}

/** "40 s", "3 min", "2 h 5 min". */
export function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
