/** Harnesses whose conventions Winnow knows. */
const HARNESSES = ['openhands', 'sweagent', 'minisweagent'] as const

/** See HARNESSES. */
export type KnownHarness = (typeof HARNESSES)[number]

/** The harness a name stands for, however it is spelled (`SWE-agent`, `mini_swe_agent`, `OpenHands`); null for any other name. */
export function harnessNamed(name: string | null): KnownHarness | null {
  const plain = (name ?? '').toLowerCase().replace(/[^a-z]/g, '')
  return HARNESSES.find((harness) => harness === plain) ?? null
}

/** The harness named by a part of a file's path: `openhands.messages-r3.jsonl.gz`, `runs/mini-swe-agent/x.json`. */
export function harnessInPath(path: string): KnownHarness | null {
  const plain = path.toLowerCase().replace(/[-_]/g, '')
  const found = /(?<![a-z])(minisweagent|sweagent|openhands)(?![a-z])/.exec(plain)
  return harnessNamed(found?.[1] ?? null)
}
