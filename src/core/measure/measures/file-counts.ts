import { callFactsOf } from '../run-facts.ts'
import type { Measure, Subject } from '../types.ts'

/** Which files the agent looked at and changed. */
export const fileMeasures: readonly Measure[] = [
  counting(
    'files_read',
    'Files read',
    'files',
    'Different files shown: by a view call, cat, less, head, tail, nl or sed -n of a file; paths count as the calls write them.',
    ({ example }) => new Set(callFactsOf(example).flatMap((call) => call.read)).size,
  ),
  counting(
    'files_touched',
    'Files touched',
    'files',
    'Different paths changed by the calls counted as edits, as far as a call names them (a patch does not); paths count as the calls write them.',
    ({ example }) => new Set(callFactsOf(example).flatMap((call) => call.edited)).size,
  ),
  counting(
    'searches',
    'Searches',
    'calls',
    'Calls that search files: grep of files, rg, find, git grep, or SWE-agent’s own; grep behind a pipe does not count.',
    ({ example }) => callFactsOf(example).filter((call) => call.isSearch).length,
  ),
]

function counting(id: string, label: string, unit: string, help: string, compute: (subject: Subject) => number): Measure {
  return { id, version: 1, label, unit, type: 'integer', group: 'calls', help, compute }
}
