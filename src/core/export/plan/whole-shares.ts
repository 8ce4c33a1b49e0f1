import { fault } from '#record'

/** How far shares may be from 1 in sum: thirds are written as 0.33. */
const SLACK = 0.0101

/** Shares that add up to 1 exactly enough, those of 0 left out. @throws FaultError `bad-input` when they do not add up to 1 */
export function wholeShares<Key extends string>(shares: Readonly<Record<Key, number>>, of: string): [Key, number][] {
  const named = (Object.entries(shares) as [Key, number][]).filter(([, share]) => share > 0)
  const sum = named.reduce((all, [, share]) => all + share, 0)
  if (Math.abs(sum - 1) <= SLACK) return named.map(([key, share]) => [key, share / sum])
  const told = named.map(([key, share]) => `${key || 'none'} ${share}`).join(', ')
  throw fault(
    'bad-input',
    `The shares of the ${of} add up to ${Math.round(sum * 1000) / 1000}, not to 1${told === '' ? '' : `: ${told}`}.`,
    {
      culprit: of,
      remedy: 'Give shares from 0 to 1 that add up to 1.',
    },
  )
}
