/** The terminal as commands see it: two streams, what the machine says, and the person's wish to stop. */
export interface Terminal {
  /** Writes a line of the answer to stdout. */
  out(text: string): void
  /** Writes a line of progress or trouble to stderr. */
  note(text: string): void
  /** Shows a line of progress on stderr: in place of the last on a terminal, at most one a second on a pipe. */
  progress(text: string): void
  /** Asks the person and gives what they typed, trimmed; null when nobody can be asked (a pipe, a script, `--json`'s readers). */
  ask(question: string): Promise<string | null>
  /** Columns of stdout; 100 when it is not a terminal. */
  width: number
  /** Aborted by Ctrl-C or a polite kill. */
  signal: AbortSignal
  /** Calls back whenever the person presses Enter; never on a pipe. */
  onEnter(listener: () => void): void
  cwd: string
  home: string
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
}
