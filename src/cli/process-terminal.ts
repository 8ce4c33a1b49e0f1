import { homedir } from 'node:os'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import type { Terminal } from './terminal.ts'

const CLEAR_LINE = '\r\u001b[2K'
const WIDTH_OF_A_PIPE = 100
/** Progress in a log: enough to see that it goes on, few enough to read. */
const LINE_EVERY_MS = 1_000

/** This process's own terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process
  const signal = signalOfProcess()
  leaveQuietlyWhenNobodyReads()
  let isProgressShown = false
  let nextLineAt = 0
  const clear = (): void => {
    if (isProgressShown) stderr.write(CLEAR_LINE)
    isProgressShown = false
  }
  return {
    out(text) {
      clear()
      stdout.write(`${text}\n`)
    },
    note(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    progress(text) {
      if (!stderr.isTTY) {
        if (performance.now() < nextLineAt) return
        nextLineAt = performance.now() + LINE_EVERY_MS
        stderr.write(`${text}\n`)
        return
      }
      stderr.write(`${CLEAR_LINE}${text.slice(0, (stderr.columns ?? WIDTH_OF_A_PIPE) - 1)}`)
      isProgressShown = true
    },
    async ask(question) {
      if (!stdin.isTTY || !stderr.isTTY) return null
      clear()
      const prompt = createInterface({ input: stdin, output: stderr })
      try {
        return (await prompt.question(`${question} `, { signal })).trim()
      } finally {
        prompt.close()
      }
    },
    width: stdout.columns ?? WIDTH_OF_A_PIPE,
    signal,
    onEnter(listener) {
      if (stdin.isTTY) stdin.on('data', listener)
    },
    cwd: process.cwd(),
    home: homedir(),
    platform: process.platform,
    env: process.env,
  }
}

/** The first Ctrl-C asks for an orderly end, the second takes it. */
function signalOfProcess(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(1)
      stop.abort()
    })
  }
  return stop.signal
}

/** `winnow list | head` closes the pipe early: that is the reader's choice and no failure. */
function leaveQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}
