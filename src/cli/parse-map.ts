import { InvalidArgumentError } from 'commander'

/** An option's parser, called once a pair: `messages=conversation` adds to the pairs before it. It takes all that follows, so the source comes first. */
export function columnPair(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf('=')
  const [name, column] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  if (at <= 0 || name === '' || column === '')
    throw new InvalidArgumentError('NAME=COLUMN is expected, such as messages=conversation; the source comes before --map.')
  return { ...before, [name]: column }
}
