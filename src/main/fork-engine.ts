import { fileURLToPath } from 'node:url'
import { type UtilityProcess, utilityProcess } from 'electron'

/** Starts the engine in a process of its own, on the workspace named or the one used last. */
export function forkEngine(workspace: string | null): UtilityProcess {
  const script = fileURLToPath(new URL('./engine.js', import.meta.url))
  return utilityProcess.fork(script, workspace === null ? [] : [workspace], { serviceName: 'Winnow engine', stdio: 'inherit' })
}

/** The workspace asked for on the command line: `--workspace DIR` or `--workspace=DIR`. */
export function workspaceArgument(argv: readonly string[]): string | null {
  const at = argv.findIndex((arg) => arg === '--workspace' || arg.startsWith('--workspace='))
  const value = at === -1 ? undefined : argv[at]?.startsWith('--workspace=') ? argv[at].slice('--workspace='.length) : argv[at + 1]
  return value || null
}
