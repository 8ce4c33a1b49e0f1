import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The interpreter; name another with `WINNOW_PYTHON`, such as that of a virtual environment with the trainers in it. */
export const PYTHON = process.env.WINNOW_PYTHON ?? 'python3'

/** Whether the interpreter is here and imports a module. */
export function hasModule(name: string): boolean {
  return spawnSync(PYTHON, ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0
}

/** Runs a script of this folder with JSON on its input; gives the JSON it prints. @throws Error with what it wrote to stderr */
export function runPython(script: string, input: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(PYTHON, [join(import.meta.dirname, script)], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    // Nothing is fetched: what is not here is not run.
    env: { ...process.env, HF_HUB_OFFLINE: '1', HF_DATASETS_OFFLINE: '1', TRANSFORMERS_VERBOSITY: 'error', PYTHONUTF8: '1' },
  })
  if (status !== 0) throw new Error(`${PYTHON} ${script} failed: ${stderr}`)
  return JSON.parse(stdout)
}
