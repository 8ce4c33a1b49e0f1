import { FaultError, fault } from '#record'

/** How much of what a template says is told: its messages may hold a whole trace. */
const LONGEST = 300

/** Whatever stopped a template, as a Fault that says what it said. */
export function templateFault(name: string, error: unknown): FaultError {
  if (error instanceof FaultError) return error
  return fault('bad-input', `The chat template ${name} stopped: ${reasonOf(error)}`, {
    culprit: name,
    remedy: 'Choose another template, or another form of the arguments.',
    cause: error,
  })
}

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  if (error instanceof RangeError && said.includes('call stack')) return 'it calls itself without end, or a value is nested too deep.'
  if (error instanceof RangeError) return 'it writes more than fits into memory.'
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said
}
