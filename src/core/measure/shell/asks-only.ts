/** Asking a runner about itself runs nothing. */
const ASKS = [
  '--version',
  '--help',
  '-h',
  '--collect-only',
  '--collectonly',
  '--co',
  '--fixtures',
  '--markers',
  '--listTests',
  '--list-tests',
]
const ASKS_OF = new Map<string, string[]>([
  ['pytest', ['-V', '--setup-plan']],
  ['cargo test', ['--no-run', '--list']],
  ['ctest', ['-N', '--show-only']],
  ['go test', ['-list', '-c']],
  ['gradle', ['-m', '--dry-run']],
  ['make test', ['-n', '--dry-run', '--just-print', '--question']],
  ['nox', ['-l', '--list']],
  ['tox', ['-l', '-a', '--listenvs', '--showconfig', '--notest']],
  ['phpunit', ['--list-suites', '--list-groups']],
])

/** True when a runner is asked about itself or its tests, or only builds them. */
export function asksOnly(ecosystem: string, args: readonly string[]): boolean {
  const asks = [...ASKS, ...(ASKS_OF.get(ecosystem) ?? [])]
  return args.some((word) => asks.includes(word.split('=', 1)[0] ?? ''))
}
