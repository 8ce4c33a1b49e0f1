#!/usr/bin/env node
import { argv, exit, stdin, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { processTerminal } from './process-terminal.ts'
import { run } from './run.ts'

// Only this file knows where it was built to: out/main, beside the workers and two levels below what ships.
const places = {
  workerUrl: new URL('./measure-worker.js', import.meta.url),
  readWorkerUrl: new URL('./read-worker.js', import.meta.url),
  exportWorkerUrl: new URL('./export-worker.js', import.meta.url),
  rendererDir: fileURLToPath(new URL('../renderer', import.meta.url)),
  resourcesDir: fileURLToPath(new URL('../../resources', import.meta.url)),
}

const code = await run(argv.slice(2), processTerminal(), places)
stdin.unref?.()
// Pipes are written in the background; leaving before they have drained would cut the output.
stdout.write('', () => exit(code))
