/**
 * What is never the same twice, though nothing else happened: addresses, times of day and durations, names of temporary files, process numbers, and
 * the numbers of a shell's background jobs.
 */
const CHANGING = new RegExp(
  [
    '0x[0-9a-fA-F]{4,16}',
    '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?',
    '\\d{1,2}:\\d\\d:\\d\\d',
    '[.,]\\d{3,9}(?!\\d)',
    '\\d{1,9}(?:\\.\\d{1,9})? ?(?:ns|µs|us|ms|s|secs?|seconds?)\\b',
    '/tmp/[\\w.-]{1,100}',
    '\\btmp[a-z0-9_]{6,12}\\b',
    '\\b[Pp](?:ID|id)[ =:]{1,3}\\d{1,9}',
    '^\\[\\d{1,3}\\] \\d{1,9}$',
  ].join('|'),
  'gm',
)

/** Longer outputs are the same only when they are the same to the letter. */
const LONGEST = 200_000

/** What changes is about as long each time. */
const MOST_UNITS_APART = 200

/** True when two outputs say the same, but for what always changes. */
export function isSameOutput(first: string, second: string): boolean {
  if (first === second) return true
  if (Math.max(first.length, second.length) > LONGEST || Math.abs(first.length - second.length) > MOST_UNITS_APART) return false
  return first.replace(CHANGING, '~') === second.replace(CHANGING, '~')
}
