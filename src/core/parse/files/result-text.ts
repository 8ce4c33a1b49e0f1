import { printedText } from '../conventions/mini-swe-agent.ts'

const HEADING = /^\s{0,20}(?:OBSERVATION:|Observation:|EXECUTION RESULT of \[[^\]\n]{1,80}\]:)[ \t]{0,20}\r?\n/
/** mini-swe-agent's tags around what was printed. */
const TAGGED = /^\s{0,20}<returncode>-?\d{1,9}<\/returncode>\s{0,20}<output>\n?/
/** What OpenHands adds below, and SWE-agent's window. */
const FOOTERS = ['\n[The command completed with exit code', '\n[Command finished with exit code', '\n(Open file: ']

/** What a tool printed, without what its harness wrote around it. */
export function resultText(content: string): string {
  const bare = printedText(content).replace(HEADING, '')
  const tagged = TAGGED.exec(bare.slice(0, 200))
  if (tagged) return bare.slice(tagged[0].length, bare.lastIndexOf('</output>') === -1 ? undefined : bare.lastIndexOf('</output>'))
  const ends = FOOTERS.map((footer) => bare.lastIndexOf(footer)).filter((at) => at !== -1)
  return ends.length === 0 ? bare : bare.slice(0, Math.min(...ends))
}
