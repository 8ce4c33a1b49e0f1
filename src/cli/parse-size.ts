import { InvalidArgumentError } from 'commander'

const UNITS: Record<string, number> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 }

/** An option's parser: bytes, written as a number with a unit of a thousand ("500 MB", "20GB", "0"). Anything else is wrong usage. */
export function sizeInBytes(text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? []
  const bytes = Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN))
  if (number !== '' && Number.isSafeInteger(bytes)) return bytes
  throw new InvalidArgumentError('A size such as 500MB, 20GB or 0 is expected.')
}
