import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { isolatedEnv } from './winnow-server.ts'

const WINNOW = resolve(import.meta.dirname, '../../out/main/winnow.js')

/** How a command ended. */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** A command of the built terminal host on its way. */
export interface RunningWinnow {
  child: ChildProcess
  ended: Promise<Ended>
}

/**
 * Starts a command with `folder/workspace` as its workspace and everything else of a person's below `folder` too. `environment` goes over
 * what is set here: HF_ENDPOINT and the like.
 */
export function startCommand(folder: string, args: string[], environment: NodeJS.ProcessEnv = {}): RunningWinnow {
  const env = { ...isolatedEnv(folder), ...environment }
  const child = spawn(process.execPath, [WINNOW, ...args, '--workspace', `${folder}/workspace`], { cwd: folder, env })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((done, failed) => {
    child.once('error', failed)
    child.once('close', (code, signal) => done({ code, signal, stdout, stderr }))
  })
  return { child, ended }
}
