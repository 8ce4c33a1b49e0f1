import type { Example } from '#record'
import { rememberingParser, type ShellParser } from './parse-shell.ts'

const known = new WeakMap<Example, ShellParser>()

/** The parser of an example's scripts: each is parsed once, whoever asks. */
export function exampleParser(example: Example): ShellParser {
  const parser = known.get(example) ?? rememberingParser()
  known.set(example, parser)
  return parser
}
