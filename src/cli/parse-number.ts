import { InvalidArgumentError } from 'commander'

/** An option's parser: whole numbers from `min` to `max`. Anything else is wrong usage. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^-?\d+$/.test(text) && value >= min && value <= max) return value
    throw new InvalidArgumentError(
      max === Number.MAX_SAFE_INTEGER ? `A whole number from ${min} is expected.` : `A whole number from ${min} to ${max} is expected.`,
    )
  }
}

/** An option's parser: a share from 0 to 1. Anything else is wrong usage. */
export function share(text: string): number {
  const value = Number(text)
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value
  throw new InvalidArgumentError('A share from 0 to 1 is expected, such as 0.2.')
}
