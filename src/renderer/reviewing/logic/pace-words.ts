import { formatCount } from '../../widgets/format-number.ts'

/** How fast and how long still: "41 an hour, about 2 h 10 min left". Before a pace is known, how many are left. */
export function paceWords(pace: number | null, left: number): string {
  if (left === 0) return pace === null ? 'nothing left' : `nothing left, ${formatCount(pace)} an hour`
  if (pace === null || pace <= 0) return `${formatCount(left)} left`
  return `${formatCount(pace)} an hour, about ${aboutTime((left / pace) * 60)} left`
}

/** Minutes as one says them who guesses: whole minutes, from an hour on in tens, from ten hours on in hours. */
function aboutTime(minutes: number): string {
  if (minutes < 60) return `${Math.max(1, Math.round(minutes))} min`
  if (minutes >= 595) return `${formatCount(Math.round(minutes / 60))} h`
  const tens = Math.round(minutes / 10) * 10
  return tens % 60 === 0 ? `${tens / 60} h` : `${Math.floor(tens / 60)} h ${tens % 60} min`
}
