/** One simple command of a shell script, wrappers such as `sudo` and `timeout 60` taken off. */
export interface SimpleCommand {
  /** Base name of the program: `/usr/bin/python3` is `python3`. */
  name: string
  /** The program as it was called: `./bin/test`. */
  program: string
  args: string[]
  /** Files its output is redirected to. */
  writes: string[]
  /** Text of its here-documents. */
  input: string
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
