import { type Convention, headOf, tailOf } from './convention.ts'

const EXIT = /\[(?:The command completed|Command finished) with exit code (-?\d+)\.?[^\]\n]*\]/g

/** The editor's and the runtime's own words, which open an observation. */
const OPENS = /^(?:ERROR:|Error (?:executing|validating|running)\b|Tool '[^'\n]{1,80}' not found|-{20,}\r?\n\w+ +Traceback \(most recent)/

/** What the runtime adds to an action that could not be run, or that still runs: OpenHands gives the latter exit code -1 and does not print it. */
const CLOSES =
  /\[(?:An e|E)rror occurred (?:in processing last action|during execution)\.?\]|\[The command (?:has no new output after|timed out after) [\d.]+ seconds|\bis NOT executed\. The previous command is still running/

/** OpenHands cuts the middle of an observation out and says so there. */
const CUT = '[... Observation truncated due to length ...]'

/** OpenHands: raw text with footers. */
export const OPENHANDS: Convention = {
  harness: 'openhands',
  exitCode: (text) => {
    const last = [...tailOf(text).matchAll(EXIT)].at(-1)
    return last ? Number(last[1]) : null
  },
  isError: (text, { exitCode }) => exitCode === null && (OPENS.test(headOf(text)) || CLOSES.test(text.slice(-1000))),
  isTruncated: (text) =>
    text.includes(CUT) || /<response clipped>\s*<NOTE>/.test(tailOf(text)) || /\[\.\.\.\s*(?:Content|Output) truncated/i.test(tailOf(text)),
}
