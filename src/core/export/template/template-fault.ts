import { FaultError } from '#record'

/** How much of what a template says is told: its messages may hold a whole trace. */
const LONGEST = 300

/** A template that stopped at a chat: `bad-input`, with what it said. */
export class TemplateStop extends FaultError {
  constructor(name: string, cause: unknown) {
    const message = `The chat template ${name} stopped: ${reasonOf(cause)}`
    super({ kind: 'bad-input', message, culprit: name, remedy: 'Choose another template, or another form of the arguments.' }, { cause })
    this.name = 'TemplateStop'
  }
}

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  if (error instanceof RangeError && said.includes('call stack')) return 'it calls itself without end, or a value is nested too deep.'
  if (error instanceof RangeError) return 'it writes more than fits into memory.'
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said
}
