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
